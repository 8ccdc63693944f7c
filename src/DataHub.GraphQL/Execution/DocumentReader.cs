using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Validation;

namespace DataHub.GraphQL.Execution;

/// <summary>From the text of a document to one that was measured, parsed and validated; texts seen before are found in the cache.</summary>
internal sealed class DocumentReader(Schema schema, EngineOptions options)
{
    // The measured size of a document bounds what validation looks at again; this is for what the measure does not see.
    private const int MaxRevisits = 100_000;

    private readonly DocumentCache cache = new(options.MaxCachedDocuments, options.MaxCachedCharacters);

    private readonly ParserOptions parsing = new()
    {
        MaxTokens = options.Limits.Tokens.StopAt(int.MaxValue),
        MaxDepth = options.Limits.Nesting.StopAt(Ceilings.Nesting),
    };

    private readonly ValidationOptions validation = new() { MaxErrors = options.Limits.MaxErrors, MaxRevisits = MaxRevisits };

    public PreparedDocument Read(string text)
    {
        var check = new LimitCheck(options.Limits);
        DocumentMeter.CheckText(text, check);
        if (check.Errors.Count > 0) return new PreparedDocument(text, null, check.Errors);
        if (cache.Find(text) is { } known) return known;
        var prepared = Parse(text, check);
        cache.Add(prepared);
        return prepared;
    }

    private PreparedDocument Parse(string text, LimitCheck check)
    {
        try
        {
            var document = Parser.Parse(new Source(text), parsing);
            DocumentMeter.Check(document, check);
            check.ThrowIfRefused();
            var errors = DocumentValidator.Validate(schema, document, validation);
            return new PreparedDocument(text, document, errors) { Warnings = check.Warnings };
        }
        catch (GraphQLException exception)
        {
            return new PreparedDocument(text, null, exception.Errors);
        }
    }
}
