namespace DataHub.Shared;

/// <summary>Why a change was not made.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Message">For people.</param>
/// <param name="Field">Input field that is wrong; null when it is none in particular.</param>
public sealed record MutationError(string Code, string Message, string? Field);
