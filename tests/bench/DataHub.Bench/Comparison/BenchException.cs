namespace DataHub.Bench.Comparison;

/// <summary>The comparison cannot go on; the message is for the person who started it.</summary>
internal sealed class BenchException(string message) : Exception(message);
