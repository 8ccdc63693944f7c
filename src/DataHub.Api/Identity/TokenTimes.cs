namespace DataHub.Api.Identity;

/// <summary>Whether a token's times allow its use now.</summary>
internal static class TokenTimes
{
    /// <summary>How far the clocks of issuer and hub may lie apart.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);

    /// <summary>Longest life of a token.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(24);

    /// <summary>Null when the times hold, otherwise what is wrong.</summary>
    public static string? Fault(TokenClaims claims, DateTimeOffset now)
    {
        var (seconds, skew) = (now.ToUnixTimeMilliseconds() / 1000.0, Skew.TotalSeconds);
        if (seconds >= claims.Expires + skew) return "The access token has expired.";
        if (claims.NotBefore > seconds + skew || claims.IssuedAt > seconds + skew) return "The access token is not valid yet.";
        // A token that does not say when it was made counts from now: it cannot have been made later.
        var life = claims.Expires - (claims.IssuedAt ?? claims.NotBefore ?? seconds);
        return life > LongestLife.TotalSeconds + skew ? "The access token lives longer than 24 hours." : null;
    }
}
