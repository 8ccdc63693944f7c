using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// No two operations of a document have the same name.
/// https://spec.graphql.org/September2025/#sec-Operation-Name-Uniqueness
/// </summary>
public sealed class OperationNameUniquenessRule(ValidationContext context) : ValidationRule(context, "5.2.2.1 Operation Name Uniqueness")
{
    private readonly Dictionary<string, NameNode> known = new(StringComparer.Ordinal);

    public override void EnterOperation(OperationDefinitionNode operation, ObjectType? root)
    {
        if (operation.Name is { } name && !known.TryAdd(name.Value, name))
            Report($"There can be only one operation named \"{name.Value}\".", known[name.Value], name);
    }
}
