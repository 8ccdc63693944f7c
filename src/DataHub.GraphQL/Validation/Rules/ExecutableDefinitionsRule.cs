using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Validation.Rules;

/// <summary>
/// A document to execute holds operations and fragments only.
/// https://spec.graphql.org/September2025/#sec-Executable-Definitions
/// </summary>
public sealed class ExecutableDefinitionsRule(ValidationContext context) : ValidationRule(context, "5.1.1 Executable Definitions")
{
    public override void EnterTypeSystem(TypeSystemNode definition)
    {
        var part = definition.IsExtension ? "extension" : "definition";
        Report($"The {part} of {Subject(definition)} cannot be executed.", definition);
    }

    private static string Subject(TypeSystemNode definition) => definition switch
    {
        TypeDefinitionNode type => $"type \"{type.Name.Value}\"",
        DirectiveDefinitionNode directive => $"directive \"@{directive.Name.Value}\"",
        _ => "the schema",
    };
}
