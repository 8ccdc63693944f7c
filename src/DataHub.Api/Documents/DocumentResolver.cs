using DataHub.Access;
using DataHub.Api.Http;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.Documents;

/// <summary>Finds the document that a request names, and keeps limited clients to theirs.</summary>
internal sealed class DocumentResolver
{
    // Apollo's clients send the text when they read this code (or, in old versions, the message).
    private static readonly Refusal NotFound =
        new(400, HttpErrorCodes.DocumentNotFound, "PersistedQueryNotFound") { LegacyStatus = 200 };

    private static readonly Refusal AutomaticOff =
        new(400, HttpErrorCodes.AutomaticDocumentsOff, "PersistedQueryNotSupported") { LegacyStatus = 200 };

    private static readonly Refusal NotTrusted = new(
        403, HttpErrorCodes.DocumentNotTrusted, "This client may run its stored documents only: send 'documentId' in place of 'query'.");

    private static readonly Refusal OtherHash =
        new(400, HttpErrorCodes.BadRequest, "'extensions.persistedQuery.sha256Hash' is not the SHA-256 of 'query'.");

    private readonly IGraphQLService service;
    private readonly TrustedDocuments trusted;
    private readonly AutomaticDocuments? automatic;
    private readonly Dictionary<string, string> limited;

    /// <summary>Throws <see cref="StartRefusedException"/> when the settings limit a client to documents that are not there.</summary>
    public DocumentResolver(IGraphQLService service, TrustedDocuments trusted, DocumentSettings settings)
    {
        (this.service, this.trusted) = (service, trusted);
        if (settings.AutomaticPersistedQueries) automatic = new AutomaticDocuments(settings.MaxAutomatic, settings.MaxAutomaticBytes);
        limited = LimitedClients(settings);
    }

    /// <summary>The document, whose own faults are in it, or why the caller does not get one.</summary>
    public Checked<PreparedDocument> Resolve(DocumentReference reference, Caller caller)
    {
        if (limited.TryGetValue(caller.Client, out var consumer)) return ResolveLimited(reference, consumer, caller);
        if (reference.DocumentId is { } id)
            return DocumentHash.FromId(id) is { } stored && trusted.Find(stored) is { } known ? service.Prepare(known, caller) : NotFound;
        if (reference.Query is not { } text) return FindByHash(reference.Hash!, caller);
        if (automatic is null || reference.Hash is null) return service.Prepare(text, caller);
        if (DocumentHash.Of(text) != reference.Hash) return OtherHash;
        var document = service.Prepare(text, caller);
        if (document.Errors.Count == 0) automatic.Keep(caller.Client, reference.Hash, text);
        return document;
    }

    private Checked<PreparedDocument> ResolveLimited(DocumentReference reference, string consumer, Caller caller)
    {
        if (reference.Query is not null) return NotTrusted;
        var hash = reference.Hash ?? DocumentHash.FromId(reference.DocumentId!);
        return hash is not null && trusted.Find(hash, consumer) is { } text ? service.Prepare(text, caller) : NotFound;
    }

    private Checked<PreparedDocument> FindByHash(string hash, Caller caller)
    {
        if (trusted.Find(hash) is { } known) return service.Prepare(known, caller);
        if (automatic is null) return AutomaticOff;
        return automatic.Find(caller.Client, hash) is { } text ? service.Prepare(text, caller) : NotFound;
    }

    private Dictionary<string, string> LimitedClients(DocumentSettings settings)
    {
        // The names of settings have no case; neither, then, has the limit: "Bank-Sandbox" is limited as well.
        var clients = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (client, documents) in settings.Clients)
        {
            if (!documents.OnlyTrusted) continue;
            var consumer = documents.Consumer ?? WithoutSandbox(client);
            if (!trusted.Consumers.Contains(consumer))
                throw new StartRefusedException(
                    $"DataHub:Documents:Clients:{client} limits the client to the documents of \"{consumer}\", of which there are none.");
            clients[client] = consumer;
        }
        return clients;
    }

    private static string WithoutSandbox(string client) =>
        client.EndsWith("-sandbox", StringComparison.Ordinal) ? client[..^"-sandbox".Length] : client;
}
