using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// An input object literal gives each field once.
/// https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness
/// </summary>
public sealed class InputObjectFieldUniquenessRule(ValidationContext context)
    : ValidationRule(context, "5.6.3 Input Object Field Uniqueness")
{
    public override void EnterObject(ObjectValueNode value, InputObjectType? type, InputPosition position)
    {
        if (value.Fields.Count < 2) return;
        foreach (var (first, again) in Duplicates.Of(value.Fields.Select(f => f.Name)))
            Report($"{position.SentenceFor(again.Value)} is given more than once.", first, again);
    }
}
