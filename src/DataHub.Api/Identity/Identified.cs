using DataHub.Access;
using Microsoft.Extensions.Primitives;

namespace DataHub.Api.Identity;

/// <summary>What a request says of who sends it, unchecked.</summary>
/// <param name="Authorization">Values of <c>Authorization</c>; one is right.</param>
/// <param name="Purpose">Values of <c>X-Purpose</c>; none or one is right.</param>
/// <param name="CaseNumber">Values of <c>X-Case-Number</c>; none or one is right.</param>
/// <param name="Proof">Values of <c>DPoP</c>; one is right for a token that is bound to a key.</param>
/// <param name="Http">The request they came with, or that opened the socket they came over.</param>
internal readonly record struct Credentials(
    StringValues Authorization, StringValues Purpose, StringValues CaseNumber, StringValues Proof, HttpContext Http);

/// <summary>A caller whose token holds.</summary>
/// <param name="Caller">Who asks, and what for.</param>
/// <param name="Until">When the token expires: what outlives a request ends then.</param>
internal sealed record Identified(Caller Caller, DateTimeOffset Until)
{
    /// <summary>The token as its issuer gave it, whatever the client's agreement leaves of it.</summary>
    public required AccessToken Token { get; init; }
}
