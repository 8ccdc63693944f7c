using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Section 6.1.2 CoerceVariableValues.</summary>
internal sealed class VariableCoercion(Schema schema)
{
    private readonly List<GraphQLError> errors = [];
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);
    private CoercionProblems problems = new();

    public IReadOnlyList<GraphQLError> Errors => errors;

    /// <summary>By name without the dollar sign; a variable that was not given and has no default is absent.</summary>
    public IReadOnlyDictionary<string, object?> Values => values;

    public void Coerce(OperationDefinitionNode operation, JsonElement? given)
    {
        var json = given?.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : given;
        if (json is { ValueKind: not JsonValueKind.Object })
        {
            Refuse("The variables of a request must be a JSON object.");
            return;
        }
        if (json is { } members && JsonSurrogates.HasUnpaired(members))
        {
            Refuse("The variables hold text with half of a surrogate pair, which is no Unicode text.");
            return;
        }
        values.EnsureCapacity(operation.Variables.Count);
        foreach (var definition in operation.Variables) CoerceOne(definition, json);
    }

    private void Refuse(string message) => errors.Add(new GraphQLError(message, ErrorCodes.Variables));

    private void CoerceOne(VariableDefinitionNode definition, JsonElement? json)
    {
        var name = definition.Variable.Name.Value;
        var type = TypeOf(definition.Type);
        problems.Enter(name);
        object? value = null;
        var given = default(JsonElement);
        var hasValue = json?.TryGetProperty(name, out given) == true;
        if (!hasValue && definition.DefaultValue is { } literal)
            new LiteralCoercion(values, problems).TryCoerce(literal, type, out value);
        else if (!hasValue && type.IsNonNull)
            problems.Add($"A value of required type \"{type}\" was not provided.");
        else if (hasValue)
            new JsonCoercion(problems).TryCoerce(given, type, out value);
        if (hasValue || definition.DefaultValue is not null || type.IsNonNull) values[name] = value;
        problems.Leave();
        if (!problems.HasAny) return;
        errors.AddRange(problems.Found.Select(p => Error(definition, p.Place, p.Problem)));
        problems = new CoercionProblems();
    }

    private static GraphQLError Error(VariableDefinitionNode definition, string place, string problem)
    {
        var name = definition.Variable.Name.Value;
        var at = place == name ? "" : $" at \"{place}\"";
        return new GraphQLError($"Variable \"${name}\" is not valid{at}: {problem}", ErrorCodes.Variables)
        {
            Locations = [definition.Location],
        };
    }

    private GraphQLType TypeOf(TypeNode node) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(TypeOf(nonNull.Type)),
        ListTypeNode list => new ListType(TypeOf(list.Type)),
        NamedTypeNode named => schema.Type(named.Name.Value) ?? throw new InvalidOperationException($"Type {named.Name.Value} is unknown."),
        _ => throw new InvalidOperationException($"{node.GetType().Name} is no type reference."),
    };
}
