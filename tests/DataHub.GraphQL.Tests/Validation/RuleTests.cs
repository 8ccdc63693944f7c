using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.GraphQL.Validation;

namespace DataHub.GraphQL.Tests.Validation;

/// <summary>
/// Tests of one rule. The examples of the specification show one rule each and break others (fragments that no operation spreads), so
/// only the rule's own errors count.
/// </summary>
public abstract class RuleTests(string specification)
{
    private static readonly ValidationOptions AllErrors = new() { MaxErrors = 1000 };

    /// <summary>The document keeps this rule.</summary>
    protected void ExpectValid(string document) => Assert.Empty(Broken(document));

    /// <summary>The document breaks this rule, and no other, at these places in this order.</summary>
    protected void ExpectOnlyErrors(string document, params (string Message, int Line, int Column)[] expected)
    {
        ExpectErrors(document, expected);
        Assert.Equal(expected.Length, Errors(document).Count);
    }

    /// <summary>The document breaks this rule at these places (an error's first location) in this order, perhaps others too.</summary>
    protected void ExpectErrors(string document, params (string Message, int Line, int Column)[] expected)
    {
        Assert.NotEmpty(expected);
        var broken = Broken(document);
        Assert.Equal(expected.Length, broken.Count);
        foreach (var (error, (message, line, column)) in broken.Zip(expected))
        {
            Assert.Contains(message, error.Message, StringComparison.Ordinal);
            Assert.Equal(new SourceLocation(line, column), error.Locations[0]);
            Assert.Equal(ErrorCodes.Validation, error.Code);
        }
    }

    /// <summary>All errors of the document, also those of other rules.</summary>
    internal static IReadOnlyList<GraphQLError> Errors(string document, Schema? schema = null, ValidationOptions? options = null) =>
        DocumentValidator.Validate(schema ?? Pets.Schema, Parser.Parse(new Source(document), ParserOptions.Trusted), options ?? AllErrors);

    private List<GraphQLError> Broken(string document) => [.. Errors(document).Where(e => e.Specification == specification)];
}
