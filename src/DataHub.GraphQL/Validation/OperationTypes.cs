using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation;

/// <summary>What belongs to each kind of operation.</summary>
internal static class OperationTypes
{
    /// <summary>The root operation type; null when the schema does not support such operations.</summary>
    public static ObjectType? Root(this Schema schema, OperationType operation) => operation switch
    {
        OperationType.Query => schema.Query,
        OperationType.Mutation => schema.Mutation,
        _ => schema.Subscription,
    };

    public static string Keyword(this OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    public static string DirectiveLocation(this OperationType operation) => operation switch
    {
        OperationType.Query => "QUERY",
        OperationType.Mutation => "MUTATION",
        _ => "SUBSCRIPTION",
    };

    /// <summary>How a message names the operation: <c>query "getName"</c>, <c>the query</c>.</summary>
    public static string Describe(this OperationDefinitionNode operation)
    {
        var keyword = operation.Operation.Keyword();
        return operation.Name is { } name ? $"{keyword} \"{name.Value}\"" : $"the {keyword}";
    }
}
