using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Section 6.4.1 CoerceArgumentValues.</summary>
internal static class ArgumentCoercion
{
    private static readonly Dictionary<string, object?> None = [];

    /// <summary>The coerced arguments, or (what is an execution error of the field) what does not fit.</summary>
    public static (IReadOnlyDictionary<string, object?> Values, GraphQLError? Error) Coerce(
        FieldDefinition field, FieldNode node, IReadOnlyDictionary<string, object?> variables)
    {
        if (field.Arguments.Count == 0) return (None, null);
        var values = new Dictionary<string, object?>(node.Arguments.Count, StringComparer.Ordinal);
        var problems = new CoercionProblems();
        var coercion = new LiteralCoercion(variables, problems);
        foreach (var definition in field.Arguments)
        {
            var literal = Find(node.Arguments, definition.Name);
            if (Coerce(definition, literal, coercion, values) is not { } fault) continue;
            var problem = fault.Length > 0 ? fault : problems.First;
            var message = $"Argument \"{definition.Name}\" of \"{field.Coordinate}\" is not valid: {problem}";
            return (None, new GraphQLError(message, ErrorCodes.Variables));
        }
        return (values, null);
    }

    /// <summary>True when a variable stands anywhere in the field's arguments.</summary>
    public static bool DependOnVariables(FieldNode node)
    {
        foreach (var argument in node.Arguments)
            if (HasVariable(argument.Value)) return true;
        return false;
    }

    /// <summary>The arguments with holes for variables; null when they must be coerced as a whole.</summary>
    public static MapTemplate? Template(FieldDefinition field, FieldNode node) =>
        InputTemplate.OfMap(field.Arguments, name => Find(node.Arguments, name));

    private static ValueNode? Find(IReadOnlyList<ArgumentNode> arguments, string name)
    {
        for (var i = 0; i < arguments.Count; i++)
            if (arguments[i].Name.Value == name) return arguments[i].Value;
        return null;
    }

    // Null when all is well; empty when the coercion itself knows what is wrong.
    private static string? Coerce(
        InputValueDefinition definition, ValueNode? literal, LiteralCoercion coercion, Dictionary<string, object?> values)
    {
        if (coercion.IsGiven(literal))
        {
            if (!coercion.TryCoerce(literal!, definition.Type, out var value)) return "";
            values[definition.Name] = value;
        }
        else if (definition.DefaultValue is not null)
            values[definition.Name] = InputValues.DefaultOf(definition);
        else if (definition.Type.IsNonNull)
            return $"A value of required type \"{definition.Type}\" was not provided.";
        return null;
    }

    internal static bool HasVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(HasVariable),
        ObjectValueNode node => node.Fields.Any(f => HasVariable(f.Value)),
        _ => false,
    };
}
