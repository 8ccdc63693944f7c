using DataHub.GraphQL.Execution;

namespace DataHub.Api.Documents;

/// <summary>The texts of the stored documents of all consumers.</summary>
internal sealed class TrustedDocuments
{
    private readonly Dictionary<string, string> byHash = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Consumer, string Hash), string> byConsumer = [];

    private TrustedDocuments(IEnumerable<string> consumers) => Consumers = consumers.ToHashSet(StringComparer.Ordinal);

    /// <summary>Consumers that have documents.</summary>
    public IReadOnlySet<string> Consumers { get; }

    /// <summary>
    /// Checks every document. Throws <see cref="StartRefusedException"/>, which lists all faults, when one does not fit the contract.
    /// </summary>
    public static TrustedDocuments Load(IReadOnlyList<StoredDocument> documents, Func<string, PreparedDocument> check)
    {
        var trusted = new TrustedDocuments(documents.Select(document => document.Consumer));
        var faults = new DocumentCheck(check);
        foreach (var document in documents)
        {
            if (faults.Read(document) is not { } fitting) continue;
            trusted.byHash[document.Hash] = fitting.Text;
            trusted.byConsumer[(document.Consumer, document.Hash)] = fitting.Text;
        }
        return faults.Faults.Count == 0 ? trusted : throw new StartRefusedException(faults.Message);
    }

    /// <summary>The document of that hash; null when there is none.</summary>
    public string? Find(string hash) => byHash.GetValueOrDefault(hash);

    /// <summary>The document of that hash among those of a consumer; null when there is none.</summary>
    public string? Find(string hash, string consumer) => byConsumer.GetValueOrDefault((consumer, hash));
}
