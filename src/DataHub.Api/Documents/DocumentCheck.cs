using System.Text;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Api.Documents;

/// <summary>Says what of a contract the stored documents do not fit: consumer, file, line and what is wrong.</summary>
internal static class DocumentCheck
{
    /// <summary>Every fault of every document; empty when all fit.</summary>
    public static IReadOnlyList<string> Run(IReadOnlyList<StoredDocument> documents, Func<string, PreparedDocument> prepare)
    {
        var faults = new List<string>();
        foreach (var document in documents) Read(document, prepare, faults);
        return faults;
    }

    /// <summary>The document, or null after its faults were added to <paramref name="faults"/>.</summary>
    public static PreparedDocument? Read(StoredDocument document, Func<string, PreparedDocument> prepare, List<string> faults)
    {
        var before = faults.Count;
        string text;
        try
        {
            text = document.Text();
        }
        catch (DecoderFallbackException)
        {
            faults.Add($"{document.Path}: is not UTF-8 (consumer {document.Consumer})");
            return null;
        }
        var prepared = prepare(text);
        foreach (var error in prepared.Errors) faults.Add(Line(document, error));
        if (prepared.Errors.Count == 0 && prepared.Operations.Count == 0)
            faults.Add($"{document.Path}: has no operation (consumer {document.Consumer})");
        return faults.Count == before ? prepared : null;
    }

    /// <summary>The faults as one text, a line each.</summary>
    public static string Message(IReadOnlyList<string> faults) =>
        "Stored documents do not fit the contract:" + Environment.NewLine + string.Join(Environment.NewLine, faults);

    private static string Line(StoredDocument document, GraphQLError error)
    {
        var place = error.Locations.Count == 0 ? "" : $":{error.Locations[0].Line}:{error.Locations[0].Column}";
        return $"{document.Path}{place}: {error.Message} (consumer {document.Consumer})";
    }
}
