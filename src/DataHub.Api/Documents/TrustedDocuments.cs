using DataHub.GraphQL.Execution;

namespace DataHub.Api.Documents;

/// <summary>The stored documents of all consumers, parsed and validated once.</summary>
internal sealed class TrustedDocuments
{
    private readonly Dictionary<string, PreparedDocument> byHash = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Consumer, string Hash), PreparedDocument> byConsumer = [];

    private TrustedDocuments(IEnumerable<string> consumers) => Consumers = consumers.ToHashSet(StringComparer.Ordinal);

    /// <summary>Consumers that have documents.</summary>
    public IReadOnlySet<string> Consumers { get; }

    /// <summary>
    /// Prepares every document. Throws <see cref="StartRefusedException"/>, which lists all faults, when one does not fit the contract.
    /// </summary>
    public static TrustedDocuments Load(IReadOnlyList<StoredDocument> documents, Func<string, PreparedDocument> prepare)
    {
        var trusted = new TrustedDocuments(documents.Select(document => document.Consumer));
        var check = new DocumentCheck(prepare);
        foreach (var document in documents)
        {
            if (check.Read(document) is not { } prepared) continue;
            trusted.byHash[document.Hash] = prepared;
            trusted.byConsumer[(document.Consumer, document.Hash)] = prepared;
        }
        return check.Faults.Count == 0 ? trusted : throw new StartRefusedException(check.Message);
    }

    /// <summary>The document of that hash; null when there is none.</summary>
    public PreparedDocument? Find(string hash) => byHash.GetValueOrDefault(hash);

    /// <summary>The document of that hash among those of a consumer; null when there is none.</summary>
    public PreparedDocument? Find(string hash, string consumer) => byConsumer.GetValueOrDefault((consumer, hash));
}
