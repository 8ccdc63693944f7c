using DataHub.Api.Http;
using Microsoft.Extensions.Primitives;

namespace DataHub.Api.Identity;

/// <summary>Makes a <see cref="Caller"/> of a request's token and purpose.</summary>
internal sealed class CallerAuthentication(TokenValidator validator, TimeProvider clock)
{
    /// <summary>Header that names the purpose of a request.</summary>
    public const string PurposeHeader = "X-Purpose";

    private const string Scheme = "Bearer ";

    private static readonly Refusal NoScope =
        Challenges.Insufficient(HttpErrorCodes.Forbidden, "The access token holds no scope that this hub knows.");

    private static readonly Refusal NoPurpose =
        Challenges.Insufficient(HttpErrorCodes.PurposeNotAllowed, "The scopes of the access token allow no purpose.");

    private readonly RepeatedTokens repeated = new(clock);

    /// <summary>The token is looked for in the Authorization header and nowhere else: URLs and bodies end up in logs.</summary>
    public ValueTask<Checked<Identified>> AuthenticateAsync(HttpRequest request, CancellationToken cancellationToken) =>
        AuthenticateAsync(new Credentials(request.Headers.Authorization, request.Headers[PurposeHeader]), cancellationToken);

    /// <summary>Whatever the credentials came with.</summary>
    public ValueTask<Checked<Identified>> AuthenticateAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        if (credentials.Authorization.Count > 1) return new(Challenges.Malformed);
        return credentials.Authorization is [{ } header] && repeated.Find(header) is { } known
            ? new(Identify(known, credentials.Purpose))
            : ValidateAsync(credentials, cancellationToken);
    }

    private async ValueTask<Checked<Identified>> ValidateAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        if (credentials.Authorization.ToString() is not { Length: > 0 } value
            || !value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return Challenges.Missing;
        var validated = await validator.ValidateAsync(value[Scheme.Length..].Trim(' '), cancellationToken);
        if (validated.Value is not { } token) return validated.Refusal!;
        repeated.Add(value, token);
        return Identify(token, credentials.Purpose);
    }

    private static Checked<Identified> Identify(AccessToken token, StringValues named)
    {
        if (token.Scopes.Count == 0) return NoScope with { Refused = token.For("").Caller };
        return TryChoosePurpose(token, named, out var purpose, out var refusal)
            ? token.For(purpose)
            : refusal! with { Refused = token.For("").Caller };
    }

    private static bool TryChoosePurpose(AccessToken token, StringValues named, out string purpose, out Refusal? refusal)
    {
        (purpose, refusal) = ("", null);
        if (token.Purposes.Count == 0) refusal = NoPurpose;
        else if (named.Count > 1) refusal = Required($"The header {PurposeHeader} must name one purpose.");
        else if (named.Count == 1) refusal = token.Purposes.Contains(purpose = named.ToString()) ? null : NotAllowed(token);
        else if (token.Purposes.Count == 1) purpose = token.Purposes[0];
        else refusal = Required($"The header {PurposeHeader} must name one of: {string.Join(", ", token.Purposes)}.");
        return refusal is null;
    }

    private static Refusal Required(string message) => new(400, HttpErrorCodes.PurposeRequired, message);

    private static Refusal NotAllowed(AccessToken token) => Challenges.Insufficient(
        HttpErrorCodes.PurposeNotAllowed, $"The header {PurposeHeader} may name one of: {string.Join(", ", token.Purposes)}.");
}
