using DataHub.Access;
using DataHub.Partners;

namespace DataHub.Api.Identity;

/// <summary>A token whose signature, issuer, audience and times were checked.</summary>
/// <param name="Client">Claim <c>azp</c>, <c>appid</c> or <c>client_id</c>.</param>
/// <param name="Subject">Claim <c>sub</c>.</param>
/// <param name="Organisation">Claim <c>org</c>; null when absent.</param>
/// <param name="Scopes">Of <c>scp</c>, <c>scope</c> and <c>roles</c> those that the contract knows, in its spelling.</param>
/// <param name="Purposes">Purposes the holder may claim.</param>
/// <param name="PersonId">Number of the person in claim <c>person</c>; null when absent.</param>
/// <param name="ExpiresAt">Claim <c>exp</c>.</param>
public sealed record AccessToken(
    string Client,
    string Subject,
    string? Organisation,
    IReadOnlySet<string> Scopes,
    IReadOnlyList<string> Purposes,
    long? PersonId,
    DateTimeOffset ExpiresAt)
{
    // One for each purpose that was named. Two requests that come at once make the same.
    private volatile Identified[] made = [];

    // What an agreement leaves of the token; as long as the agreement stays as it is.
    private volatile Narrowed? narrowed;

    /// <summary>Until when this need not be checked again.</summary>
    public DateTimeOffset GoodUntil { get; init; }

    /// <summary>What every request with the token has to prove; null when the token alone is enough.</summary>
    public TokenBinding? Binding { get; init; }

    /// <summary>The holder, asking for one of <see cref="Purposes"/> in a case of its own; the number is null when it named none.</summary>
    internal Identified For(string purpose, string? caseNumber)
    {
        var known = For(purpose);
        return caseNumber is null ? known : known with { Caller = known.Caller with { CaseNumber = caseNumber } };
    }

    private Identified For(string purpose)
    {
        foreach (var known in made)
            if (known.Caller.Purpose == purpose) return known;
        // Also a token that nobody's agreement narrows has for a purpose no more than is fixed for whoever asks for it.
        var scopes = purpose.Length == 0 ? Scopes : ConsumerKinds.ThatAsksFor(purpose).Among(Scopes);
        var holder = new Caller(Client, Subject, Organisation, scopes, purpose, PersonId) { ClaimablePurposes = Purposes, HeldScopes = Scopes };
        var caller = new Identified(holder, ExpiresAt) { Token = origin ?? this };
        made = [.. made, caller];
        return caller;
    }

    /// <summary>The token with no more than an agreement allows; its organisation is the agreement's where it names none.</summary>
    internal AccessToken Under(PartnerEntry entry)
    {
        if (narrowed is { } known && ReferenceEquals(known.Entry, entry)) return known.Token;
        var scopes = Scopes.IsSubsetOf(entry.Scopes) ? Scopes : Scopes.Where(entry.Scopes.Contains).ToHashSet(StringComparer.Ordinal);
        var isOwner = entry.Kind.Kind == ConsumerKind.Owner;
        var purposes = Access.Purposes.ClaimableWith(scopes).Where(entry.Purposes.Contains).ToList();
        // Owners ask for themselves; no one else is a person.
        var token = this with
        {
            Scopes = scopes,
            Purposes = purposes,
            Organisation = isOwner ? Organisation : entry.Partner.Code,
            PersonId = isOwner ? PersonId : null,
            made = [],
            narrowed = null,
            origin = this,
        };
        narrowed = new Narrowed(entry, token);
        return token;
    }

    // The token as its issuer gave it; null: this one.
    private AccessToken? origin;

    private sealed record Narrowed(PartnerEntry Entry, AccessToken Token);
}
