namespace DataHub.Api.CommandLine;

/// <summary>A command cannot do what it was asked; the message says why, in one line.</summary>
internal sealed class CommandException(string message) : Exception(message);
