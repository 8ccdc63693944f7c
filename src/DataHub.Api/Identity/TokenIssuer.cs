using Microsoft.IdentityModel.Tokens;

namespace DataHub.Api.Identity;

/// <summary>One issuer whose tokens the hub takes.</summary>
/// <param name="Names">Values of <c>iss</c>; Entra ID has one for each version of its tokens.</param>
/// <param name="Audiences">Values of <c>aud</c>.</param>
/// <param name="FindKey">
/// The key of a <c>kid</c> (null when the token names none); null when the issuer has no such key. Throws when the issuer's keys cannot be
/// had now.
/// </param>
public sealed record TokenIssuer(
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Audiences,
    Func<string?, CancellationToken, ValueTask<SecurityKey?>> FindKey);
