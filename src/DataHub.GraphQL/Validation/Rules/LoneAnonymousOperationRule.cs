using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// An operation without a name is the only operation of its document.
/// https://spec.graphql.org/September2025/#sec-Lone-Anonymous-Operation
/// </summary>
public sealed class LoneAnonymousOperationRule(ValidationContext context) : ValidationRule(context, "5.2.3.1 Lone Anonymous Operation")
{
    private readonly bool isLone = context.Document.Definitions.OfType<OperationDefinitionNode>().Take(2).Count() < 2;

    public override void EnterOperation(OperationDefinitionNode operation, ObjectType? root)
    {
        if (operation.Name is null && !isLone)
            Report("An operation without a name must be the only operation of the document.", operation);
    }
}
