using DataHub.Api.Http;
using DataHub.Api.Identity.Proofs;
using DataHub.Api.Partners;
using Microsoft.Extensions.Primitives;

namespace DataHub.Api.Identity;

/// <summary>Makes a <see cref="DataHub.Access.Caller"/> of a request's token, purpose and case number.</summary>
internal sealed class CallerAuthentication(TokenValidator validator, SenderProofs senders, PartnerGate gate, TimeProvider clock)
{
    /// <summary>Header that names the purpose of a request.</summary>
    public const string PurposeHeader = "X-Purpose";

    /// <summary>Header that carries the proof of a token with the scheme DPoP.</summary>
    public const string ProofHeader = "DPoP";

    private const string BearerScheme = "Bearer ";
    private const string ProofScheme = "DPoP ";

    private static readonly Refusal NoScope =
        Challenges.Insufficient(HttpErrorCodes.Forbidden, "The access token holds no scope that this hub knows.");

    private static readonly Refusal NoPurpose =
        Challenges.Insufficient(HttpErrorCodes.PurposeNotAllowed, "The scopes of the access token allow no purpose.");

    private readonly RepeatedTokens repeated = new(clock);

    /// <summary>The token is looked for in the Authorization header and nowhere else: URLs and bodies end up in logs.</summary>
    public ValueTask<Checked<Identified>> AuthenticateAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var headers = request.Headers;
        return AuthenticateAsync(
            new Credentials(
                headers.Authorization, headers[PurposeHeader], headers[CaseNumbers.Header], headers[ProofHeader], request.HttpContext),
            cancellationToken);
    }

    /// <summary>Whatever the credentials came with.</summary>
    public ValueTask<Checked<Identified>> AuthenticateAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        if (credentials.Authorization.Count > 1) return new(Challenges.Malformed);
        return credentials.Authorization is [{ } header] && repeated.Find(header) is { } known
            ? new(Identify(known, header, credentials))
            : ValidateAsync(credentials, cancellationToken);
    }

    private async ValueTask<Checked<Identified>> ValidateAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        var header = credentials.Authorization.ToString();
        if (TokenOf(header) is not { } sent) return Challenges.Missing;
        var validated = await validator.ValidateAsync(sent, cancellationToken);
        if (validated.Value is not { } token) return validated.Refusal!;
        repeated.Add(header, token);
        return Identify(token, header, credentials);
    }

    private Checked<Identified> Identify(AccessToken sent, string header, Credentials credentials)
    {
        if (FaultOfSender(sent, header, credentials) is { } unproven) return unproven;
        if (!CaseNumbers.TryRead(credentials.CaseNumber, out var caseNumber)) return CaseNumbers.Invalid;
        if (sent.Scopes.Count == 0) return NoScope with { Refused = sent.For("", caseNumber).Caller };
        var admitted = gate.Admit(sent, credentials.Http);
        if (admitted.Value is not { } token) return admitted.Refusal! with { Refused = sent.For("", caseNumber).Caller };
        return TryChoosePurpose(token, credentials.Purpose, out var purpose, out var refusal)
            ? token.For(purpose, caseNumber)
            : refusal! with { Refused = token.For("", caseNumber).Caller };
    }

    private Refusal? FaultOfSender(AccessToken token, string header, Credentials credentials)
    {
        var isBearer = IsBearer(header);
        if (isBearer && token.Binding is null) return null;
        return senders.Check(token.Binding, isBearer ? null : TokenOf(header), credentials);
    }

    /// <summary>Null when the header names no scheme that the hub knows.</summary>
    private static string? TokenOf(string header)
    {
        if (IsBearer(header)) return header[BearerScheme.Length..].Trim(' ');
        return header.StartsWith(ProofScheme, StringComparison.OrdinalIgnoreCase) ? header[ProofScheme.Length..].Trim(' ') : null;
    }

    // RFC 9110, section 11.1: the scheme's case does not matter.
    private static bool IsBearer(string header) => header.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase);

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
