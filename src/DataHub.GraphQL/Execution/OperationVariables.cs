using System.Text;
using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// The variables of an operation, their types and defaults looked up once; section 6.1.2 CoerceVariableValues for any number of requests.
/// </summary>
internal sealed class OperationVariables
{
    private static readonly Dictionary<string, object?> NoValues = [];

    // Stands in the place of a value that does not fit.
    private static readonly object Unfit = new();
    private readonly Variable[] variables;
    private readonly ValueNames names;

    // What variables are that a request does not give; null where it has to.
    private readonly object?[] defaults;
    private readonly int[] required;

    public OperationVariables(OperationDefinitionNode operation, Schema schema)
    {
        variables = [.. operation.Variables.Select(definition => new Variable(definition, TypeOf(definition.Type, schema)))];
        names = new ValueNames(Array.ConvertAll(variables, v => v.Name));
        defaults = Array.ConvertAll(variables, v => v.TryDefault(out var value) ? value : null);
        required = [.. Enumerable.Range(0, variables.Length).Where(i => !variables[i].TryDefault(out _))];
    }

    /// <summary>
    /// By name without the dollar sign; a variable that was not given and has no default is absent. Throws
    /// <see cref="GraphQLException"/> with at most <paramref name="maxErrors"/> errors.
    /// </summary>
    public NamedValues Coerce(JsonElement? request, int maxErrors)
    {
        var values = defaults.AsSpan().ToArray();
        var json = request is { ValueKind: not JsonValueKind.Null } members ? members : default;
        return TryRead(json, values) && HasRequired(values)
            ? new NamedValues(names, values)
            : throw new GraphQLException([.. Faults(json).Take(maxErrors)]);
    }

    private bool TryRead(JsonElement json, object?[] values)
    {
        if (json.ValueKind == JsonValueKind.Undefined) return true;
        if (json.ValueKind != JsonValueKind.Object) throw Refusal("The variables of a request must be a JSON object.");
        if (JsonSurrogates.HasUnpaired(json))
            throw Refusal("The variables hold text with half of a surrogate pair, which is no Unicode text.");
        var (expected, allFit) = (0, true);
        foreach (var member in json.EnumerateObject())
        {
            // Clients give variables in the order of their definitions as a rule.
            var i = expected < variables.Length && member.NameEquals(variables[expected].Utf8Name) ? expected : names.IndexOf(member.Name);
            if (i < 0) continue;
            var fits = JsonCoercion.Quiet.TryCoerce(member.Value, variables[i].Type, out values[i]);
            if (!fits) values[i] = Unfit;
            allFit &= fits;
            expected = i + 1;
        }
        // Of members with one name the last counts.
        return allFit || !values.Contains(Unfit);
    }

    private bool HasRequired(object?[] values)
    {
        foreach (var i in required)
            if (values[i] is null) return false;
        return true;
    }

    private IEnumerable<GraphQLError> Faults(JsonElement json)
    {
        foreach (var variable in variables)
        {
            var given = default(JsonElement);
            if (json.ValueKind == JsonValueKind.Object) json.TryGetProperty(variable.Name, out given);
            foreach (var fault in variable.Faults(given)) yield return fault;
        }
    }

    private static GraphQLException Refusal(string message) => new(new GraphQLError(message, ErrorCodes.Variables));

    private static GraphQLType TypeOf(TypeNode node, Schema schema) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(TypeOf(nonNull.Type, schema)),
        ListTypeNode list => new ListType(TypeOf(list.Type, schema)),
        NamedTypeNode named => schema.Type(named.Name.Value) ?? throw new InvalidOperationException($"Type {named.Name.Value} is unknown."),
        _ => throw new InvalidOperationException($"{node.GetType().Name} is no type reference."),
    };

    private sealed class Variable
    {
        private readonly VariableDefinitionNode definition;
        public Variable(VariableDefinitionNode definition, GraphQLType type)
        {
            (this.definition, Type) = (definition, type);
            Name = definition.Variable.Name.Value;
            Utf8Name = Encoding.UTF8.GetBytes(Name);
        }

        public string Name { get; }

        public byte[] Utf8Name { get; }

        public GraphQLType Type { get; }

        /// <summary>What the variable is when it is not given; false when it must be, or its default does not fit.</summary>
        public bool TryDefault(out object? value)
        {
            value = NamedValues.Missing;
            return definition.DefaultValue is { } literal
                ? new LiteralCoercion(NoValues, CoercionProblems.Ignored).TryCoerce(literal, Type, out value)
                : !Type.IsNonNull;
        }

        /// <summary>What does not fit; <paramref name="given"/> is undefined when the request has no such member.</summary>
        public IEnumerable<GraphQLError> Faults(JsonElement given)
        {
            var problems = new CoercionProblems();
            problems.Enter(Name);
            if (given.ValueKind != JsonValueKind.Undefined)
                new JsonCoercion(problems).TryCoerce(given, Type, out _);
            else if (definition.DefaultValue is { } literal)
                new LiteralCoercion(NoValues, problems).TryCoerce(literal, Type, out _);
            else if (Type.IsNonNull)
                problems.Add($"A value of required type \"{Type}\" was not provided.");
            return problems.Found.Select(p => Error(p.Place, p.Problem));
        }

        private GraphQLError Error(string place, string problem)
        {
            var at = place == Name ? "" : $" at \"{place}\"";
            return new GraphQLError($"Variable \"${Name}\" is not valid{at}: {problem}", ErrorCodes.Variables)
            {
                Locations = [definition.Location],
            };
        }
    }
}
