namespace DataHub.Access;

/// <summary>The caller as it is told to itself.</summary>
/// <param name="Client">Client that the token was given to.</param>
/// <param name="Organisation">Null when the token names none.</param>
/// <param name="Scopes">Scopes that the contract knows, in its spelling.</param>
/// <param name="Purpose">Purpose of this request.</param>
public sealed record Me(string Client, string? Organisation, IReadOnlyList<string> Scopes, string Purpose)
{
    public static Me Of(Caller caller) => new(caller.Client, caller.Organisation, [.. caller.Scopes.Order(StringComparer.Ordinal)], caller.Purpose);
}
