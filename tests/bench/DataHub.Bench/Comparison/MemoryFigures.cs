namespace DataHub.Bench.Comparison;

/// <summary>Resident memory of a system, in MB.</summary>
/// <param name="System">Its name.</param>
/// <param name="Peak">The largest since its start, after all measurements.</param>
/// <param name="UnderLoad">The largest under 64 connections; null when that was not measured.</param>
internal sealed record MemoryFigures(string System, double Peak, double? UnderLoad);
