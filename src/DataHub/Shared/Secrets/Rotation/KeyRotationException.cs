namespace DataHub.Shared.Secrets.Rotation;

/// <summary>Keys were not exchanged, or not to the end; the message says what to do, in one line.</summary>
public sealed class KeyRotationException(string message) : Exception(message);
