using System.Text;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Api.Documents;

/// <summary>Says what of a contract the stored documents do not fit: file, line, what is wrong, consumer and field.</summary>
/// <param name="prepare">Parses and validates.</param>
/// <param name="schema">The contract, to name fields by their coordinates; null leaves it at the messages.</param>
public sealed class DocumentCheck(Func<string, PreparedDocument> prepare, Schema? schema = null)
{
    private readonly List<string> faults = [];

    /// <summary>Every fault found so far, a line each; empty when all documents fit.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>The faults as one text.</summary>
    public string Message => "Stored documents do not fit the contract:" + Environment.NewLine + string.Join(Environment.NewLine, faults);

    /// <summary>The document ready for execution, or null after its faults were added.</summary>
    public PreparedDocument? Read(StoredDocument document)
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
        foreach (var error in prepared.Errors) faults.Add(Line(document, text, error));
        if (prepared.Errors.Count == 0 && prepared.Operations.Count == 0)
            faults.Add($"{document.Path}: has no operation (consumer {document.Consumer})");
        return faults.Count == before ? prepared : null;
    }

    private string Line(StoredDocument document, string text, GraphQLError error)
    {
        if (error.Locations.Count == 0) return $"{document.Path}: {error.Message} (consumer {document.Consumer})";
        var place = error.Locations[0];
        var field = schema is not null && FieldPlaces.At(place, text, schema) is { } coordinate ? $", field {coordinate}" : "";
        return $"{document.Path}:{place.Line}:{place.Column}: {error.Message} (consumer {document.Consumer}{field})";
    }
}
