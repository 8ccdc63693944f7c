using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// Only lists are streamed.
/// https://github.com/graphql/graphql-spec/pull/1110, Stream Directives Are Used On List Fields
/// </summary>
public sealed class StreamOnListFieldsRule(ValidationContext context)
    : ValidationRule(context, "Incremental delivery: Stream Directives Are Used On List Fields")
{
    public override void EnterField(FieldNode field, NamedType? parent, FieldDefinition? definition)
    {
        if (definition is null || definition.Type.Nullable is ListType) return;
        if (DirectiveValues.Find(field, IncrementalDirectives.Stream) is { } directive)
            Report($"Directive \"@stream\" cannot be used on field \"{definition.Coordinate}\", which is no list.", directive);
    }
}
