using System.Globalization;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using DataHub.Api.Http;
using DataHub.Database;
using DataHub.Shared.Scalars;
using Microsoft.AspNetCore.Http.Features;

namespace DataHub.Api.Identity.Sandbox;

/// <summary>The sandbox's token endpoint: RFC 6749, section 4.4 (client credentials), errors as in section 5.2.</summary>
internal sealed class TokenEndpoint : IDisposable
{
    public const string Path = "/connect/token";
    private const int MaxBodyBytes = 8_192;

    private static readonly TokenError NoForm =
        new(400, "invalid_request", "Send a form: Content-Type application/x-www-form-urlencoded.");

    private static readonly TokenError OtherGrant = new(400, "unsupported_grant_type", "The grant_type must be client_credentials.");

    private readonly SandboxIssuer issuer;
    private readonly OwnerLookup owners;
    private readonly ClientCredentials credentials;
    private readonly NewTokenBinding bindings;
    private readonly PartitionedRateLimiter<string> limiter;

    public TokenEndpoint(
        SandboxIssuer issuer, OwnerLookup owners, ClientCredentials credentials, NewTokenBinding bindings, HostLimits limits)
    {
        (this.issuer, this.owners, this.credentials, this.bindings) = (issuer, owners, credentials, bindings);
        // By client, and one share for all who are none: the number of shares is fixed.
        var window = new FixedWindowRateLimiterOptions { PermitLimit = limits.TokensPerMinute, Window = TimeSpan.FromMinutes(1) };
        limiter = PartitionedRateLimiter.Create<string, string>(id => RateLimitPartition.GetFixedWindowLimiter(id, _ => window));
    }

    public async Task HandleAsync(HttpContext http)
    {
        var error = await AnswerAsync(http);
        if (error is not null) await WriteErrorAsync(http.Response, error);
    }

    public void Dispose() => limiter.Dispose();

    private async Task<TokenError?> AnswerAsync(HttpContext http)
    {
        var form = await ReadFormAsync(http);
        if (form is null) return NoForm;
        var (client, error) = credentials.Check(http.Request, form);
        using var lease = limiter.AttemptAcquire(client?.Id ?? "");
        if (!lease.IsAcquired) return TooMany(http.Response, lease);
        if (client is null) return error;
        if (form["grant_type"] != "client_credentials") return OtherGrant;
        var scopes = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (scopes.Except(client.Scopes).Any())
            return new TokenError(400, "invalid_scope", $"The client may have: {string.Join(' ', client.Scopes)}.");
        var (person, noPerson) = client.Id == SandboxClient.Owner
            ? await FindOwnerAsync(form["nib"].ToString(), http.RequestAborted) : (null, null);
        if (noPerson is not null) return noPerson;
        var (binding, badProof) = bindings.Of(client, http);
        if (badProof is not null) return badProof;
        var granted = scopes.Length > 0 ? scopes.Distinct().ToArray() : [.. client.Scopes];
        await http.Response.WriteAsJsonAsync(new TokenAnswer(
            issuer.Issue(client, granted, person, binding),
            binding?.Key is null ? "Bearer" : "DPoP",
            (int)SandboxIssuer.Lifetime.TotalSeconds,
            string.Join(' ', granted)));
        return null;
    }

    private async Task<(string? Person, TokenError? Error)> FindOwnerAsync(string nib, CancellationToken cancellationToken)
    {
        if (nib.Length > 0 && !Identifiers.IsNib(nib))
            return (null, new TokenError(400, "invalid_request", "The form member nib must be 13 digits."));
        try
        {
            var person = await SecondTry.ReadAsync(() => owners.FindAsync(nib.Length == 0 ? null : nib, cancellationToken));
            if (person is not null) return (person, null);
        }
        catch (Exception exception) when (DatabaseFailures.IsUnavailable(exception))
        {
            return (null, new TokenError(503, "temporarily_unavailable", new DatabaseUnavailableException().Message));
        }
        return (null, new TokenError(400, "invalid_request", nib.Length == 0
            ? "The hub knows no owner yet: load a feed first."
            : "The form member nib names no business with an owner."));
    }

    private static async Task<IFormCollection?> ReadFormAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType) return null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MaxBodyBytes;
        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static TokenError TooMany(HttpResponse response, RateLimitLease lease)
    {
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new TokenError(429, "slow_down", "Too many tokens were asked for; keep a token until it expires.");
    }

    private static Task WriteErrorAsync(HttpResponse response, TokenError error)
    {
        response.StatusCode = error.Status;
        if (error.Status == 401) response.Headers.WWWAuthenticate = "Basic realm=\"datahub\"";
        return response.WriteAsJsonAsync(new ErrorAnswer(error.Code, error.Description));
    }

    // Members are named as the RFC names them.
    private sealed record TokenAnswer(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("scope")] string Scope);

    private sealed record ErrorAnswer(
        [property: JsonPropertyName("error")] string Error,
        [property: JsonPropertyName("error_description")] string Description);
}
