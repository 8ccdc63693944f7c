using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// A literal that was coerced once and has holes where variables stand. It is filled for a request when all fits; where anything does
/// not, <see cref="LiteralCoercion"/> goes over the literal and says what is wrong.
/// </summary>
internal abstract class InputTemplate
{
    private static readonly Dictionary<string, object?> NoVariables = [];

    /// <summary>
    /// False when the literal has to be coerced as a whole. <see cref="NamedValues.Missing"/> for a variable without a value.
    /// </summary>
    public abstract bool TryFill(NamedValues variables, out object? value);

    /// <summary>Null when the literal does not fit its type, or fits only by what variables hold.</summary>
    public static InputTemplate? Of(ValueNode literal, GraphQLType type)
    {
        if (literal is VariableNode variable) return new Hole(variable.Name.Value, type.IsNonNull);
        if (!ArgumentCoercion.HasVariable(literal)) return OfConstant(literal, type);
        return (literal, type.Nullable) switch
        {
            (ListValueNode list, ListType { Of: var item }) => OfList(list, item),
            (ObjectValueNode node, InputObjectType { IsOneOf: false } input) => OfObject(node, input),
            _ => null,
        };
    }

    /// <summary>
    /// The arguments of a field or the fields of an input object; <paramref name="given"/> finds what is written for one of them.
    /// </summary>
    public static MapTemplate? OfMap(IReadOnlyList<InputValueDefinition> definitions, Func<string, ValueNode?> given)
    {
        var entries = new List<MapTemplate.Entry>();
        foreach (var definition in definitions)
        {
            var literal = given(definition.Name);
            if (literal is null && definition.DefaultValue is null)
            {
                if (definition.Type.IsNonNull) return null;
                continue;
            }
            var otherwise = definition.DefaultValue is null ? NamedValues.Missing : InputValues.DefaultOf(definition);
            var template = literal is null ? new Constant(otherwise) : Of(literal, definition.Type);
            if (template is null) return null;
            entries.Add(new(definition.Name, template, otherwise, definition.IsRequired));
        }
        return new MapTemplate([.. entries]);
    }

    private static Constant? OfConstant(ValueNode literal, GraphQLType type) =>
        new LiteralCoercion(NoVariables, new CoercionProblems()).TryCoerce(literal, type, out var value) ? new Constant(value) : null;

    private static Items? OfList(ListValueNode list, GraphQLType item)
    {
        var items = new InputTemplate[list.Values.Count];
        for (var i = 0; i < items.Length; i++)
        {
            if (Of(list.Values[i], item) is not { } template) return null;
            items[i] = template;
        }
        return new Items(items, item.IsNonNull);
    }

    private static Fields? OfObject(ObjectValueNode node, InputObjectType type)
    {
        foreach (var field in node.Fields)
            if (type.Field(field.Name.Value) is null) return null;
        return OfMap(type.Fields, name => LiteralCoercion.Find(node.Fields, name)) is { } map ? new Fields(type, map) : null;
    }

    /// <summary>A value without holes.</summary>
    public sealed class Constant(object? value) : InputTemplate
    {
        public object? Value { get; } = value;

        public override bool TryFill(NamedValues variables, out object? value)
        {
            value = Value;
            return true;
        }
    }

    private sealed class Hole(string name, bool isNonNull) : InputTemplate
    {
        public override bool TryFill(NamedValues variables, out object? value)
        {
            if (!variables.TryGetValue(name, out value)) value = NamedValues.Missing;
            return value is not null || !isNonNull;
        }
    }

    private sealed class Items(InputTemplate[] items, bool areNonNull) : InputTemplate
    {
        public override bool TryFill(NamedValues variables, out object? value)
        {
            var filled = new object?[items.Length];
            value = filled;
            for (var i = 0; i < filled.Length; i++)
            {
                if (!items[i].TryFill(variables, out filled[i])) return false;
                if (!ReferenceEquals(filled[i], NamedValues.Missing)) continue;
                if (areNonNull) return false;
                filled[i] = null;
            }
            return true;
        }
    }

    private sealed class Fields(InputObjectType type, MapTemplate map) : InputTemplate
    {
        public override bool TryFill(NamedValues variables, out object? value)
        {
            var isFilled = map.TryFill(variables, out var fields);
            value = isFilled ? new InputObject(type, fields!) : null;
            return isFilled;
        }
    }
}
