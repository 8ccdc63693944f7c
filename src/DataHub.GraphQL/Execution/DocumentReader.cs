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

    private readonly DocumentCache cache = options.Documents ?? new(options.MaxCachedDocuments, options.MaxCachedCharacters);

    private readonly ParserOptions parsing = new()
    {
        MaxTokens = options.Limits.Tokens.StopAt(int.MaxValue),
        MaxDepth = options.Limits.Nesting.StopAt(Ceilings.Nesting),
    };

    private readonly ValidationOptions validation = new() { MaxErrors = options.Limits.MaxErrors, MaxRevisits = MaxRevisits };

    // A UTF-16 unit is three bytes at most in UTF-8: a text of so many is within the limit for sure.
    private readonly long surelyAllowed = new LimitCheck(options.Limits).MaxOf(LimitKinds.DocumentBytes) / 3;

    public PreparedDocument Read(string text)
    {
        if (text.Length <= surelyAllowed) return cache.Find(schema, text) ?? Add(text, new LimitCheck(options.Limits));
        var check = new LimitCheck(options.Limits);
        DocumentMeter.CheckText(text, check);
        if (check.Errors.Count > 0) return new PreparedDocument(schema, text, null, check.Errors);
        return cache.Find(schema, text) ?? Add(text, check);
    }

    private PreparedDocument Add(string text, LimitCheck check)
    {
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
            return new PreparedDocument(schema, text, document, errors) { Warnings = check.Warnings };
        }
        catch (GraphQLException exception)
        {
            return new PreparedDocument(schema, text, null, exception.Errors);
        }
    }
}
