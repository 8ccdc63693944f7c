using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// An operation is of a kind that the schema has a root type for.
/// https://spec.graphql.org/September2025/#sec-Operation-Type-Existence
/// </summary>
public sealed class OperationTypeExistenceRule(ValidationContext context) : ValidationRule(context, "5.2.1.1 Operation Type Existence")
{
    public override void EnterOperation(OperationDefinitionNode operation, ObjectType? root)
    {
        if (root is null) Report($"The schema has no root type for {operation.Operation.Keyword()} operations.", operation);
    }
}
