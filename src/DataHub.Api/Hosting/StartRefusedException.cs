namespace DataHub.Api;

/// <summary>The host does not start; the message tells the operator what to change, in one line a fault.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
