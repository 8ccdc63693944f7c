using System.Net;
using DataHub.Access;
using DataHub.Api.Documents;
using DataHub.Api.Http;
using DataHub.Api.Identity;
using DataHub.GraphQL.Errors;
using DataHub.Partners;

namespace DataHub.Api.Partners;

/// <summary>Holds every request, and what stays open, to the agreement of whoever sends it.</summary>
internal sealed class PartnerGate(PartnerDirectory? directory, UnregisteredClients unregistered, ClientAddresses addresses, TimeProvider clock)
{
    /// <summary>How often what stays open is held to its agreement.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    private static readonly Refusal Changed = new(403, HttpErrorCodes.AgreementChanged, "The agreement of this client was changed. Begin anew.");

    /// <summary>
    /// The token with no more than its client's agreement allows at this moment, or why the client has no access. 503 as long as it is
    /// not known who has.
    /// </summary>
    public Checked<AccessToken> Admit(AccessToken token, HttpContext http)
    {
        if (directory is { IsReady: false }) return HttpRefusals.NoDatabase;
        if (directory?.Find(token.Client) is not { } entry)
            return unregistered == UnregisteredClients.ByToken ? token : Refused(PartnerRefusals.Unknown);
        var constraint = SenderConstraints.Of(entry.Partner);
        if (!TokenBinding.Satisfies(token.Binding, constraint)) return Challenges.Unbound(constraint);
        return directory.Refuse(entry, token.Organisation, addresses.Of(http)) is { } error ? Refused(error) : token.Under(entry);
    }

    /// <summary>Why a caller that was admitted has no access any more, or another one than then; null when all is as it was.</summary>
    public Refusal? Recheck(Identified known, HttpContext http)
    {
        var admitted = Admit(known.Token, http);
        if (admitted.Value is not { } token) return admitted.Refusal;
        var caller = known.Caller;
        if (!token.Purposes.Contains(caller.Purpose) || token.Organisation != caller.Organisation) return Changed;
        var scopes = token.For(caller.Purpose, caller.CaseNumber).Caller.Scopes;
        return ReferenceEquals(scopes, caller.Scopes) || scopes.SetEquals(caller.Scopes) ? null : Changed;
    }

    /// <summary>Returns when an admitted caller has no access any more, with the reason. Throws when cancelled.</summary>
    public async Task<Refusal> EndAsync(Identified known, HttpContext http, CancellationToken cancellation)
    {
        while (true)
        {
            await Task.Delay(Beat, clock, cancellation);
            if (Recheck(known, http) is { } refusal) return refusal;
        }
    }

    /// <summary>Why a caller may not run a document; null when it may.</summary>
    public Refusal? RefuseDocument(Caller caller, DocumentReference document)
    {
        if (directory?.Find(caller.Client) is not { MayRunAnyDocument: false } entry) return null;
        var hash = document.Query is { } text ? DocumentHash.Of(text) : document.Hash ?? DocumentHash.FromId(document.DocumentId ?? "");
        return hash is not null && entry.MayRun(hash) ? null : Refused(PartnerRefusals.Document);
    }

    private static Refusal Refused(GraphQLError error) => new(403, error);
}
