using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation;

/// <summary>Section 5 Validation. https://spec.graphql.org/September2025/#sec-Validation</summary>
public static class DocumentValidator
{
    /// <summary>
    /// Checks a document against every rule of the section. Empty when the document may be executed; at most
    /// <see cref="ValidationOptions.MaxErrors"/> errors otherwise.
    /// </summary>
    public static IReadOnlyList<GraphQLError> Validate(Schema schema, DocumentNode document, ValidationOptions? options = null)
    {
        var context = new ValidationContext(schema, document, options ?? new ValidationOptions());
        new DocumentWalker(context, new RuleHooks(context)).Walk();
        return context.Errors;
    }
}
