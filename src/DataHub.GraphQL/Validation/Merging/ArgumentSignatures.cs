using System.Globalization;
using System.Text;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Validation.Merging;

/// <summary>
/// Numbers for sets of arguments: equal when, and only when, the sets are identical (section 5.3.2). The order of arguments and of input
/// object fields does not matter. Each field's arguments are read once, however often the field is compared.
/// </summary>
internal sealed class ArgumentSignatures
{
    private readonly Dictionary<FieldNode, int> byField = [];
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly StringBuilder text = new();

    public int Of(FieldNode field)
    {
        if (field.Arguments.Count == 0) return 0;
        if (byField.TryGetValue(field, out var known)) return known;
        text.Clear();
        foreach (var argument in field.Arguments.OrderBy(a => a.Name.Value, StringComparer.Ordinal))
            WritePair(argument.Name, argument.Value);
        var signature = text.ToString();
        if (!numbers.TryGetValue(signature, out var number)) numbers.Add(signature, number = numbers.Count + 1);
        return byField[field] = number;
    }

    private void WritePair(NameNode name, ValueNode value)
    {
        text.Append(name.Value).Append(':');
        Write(value);
        text.Append(',');
    }

    private void Write(ValueNode value)
    {
        switch (value)
        {
            case ListValueNode list:
                text.Append('[');
                foreach (var item in list.Values)
                {
                    Write(item);
                    text.Append(',');
                }
                text.Append(']');
                break;
            case ObjectValueNode literal:
                text.Append('{');
                foreach (var field in literal.Fields.OrderBy(f => f.Name.Value, StringComparer.Ordinal)) WritePair(field.Name, field.Value);
                text.Append('}');
                break;
            case StringValueNode content:
                // The length in front keeps a string that looks like other values apart from them.
                text.Append(CultureInfo.InvariantCulture, $"\"{content.Value.Length}:{content.Value}");
                break;
            default:
                text.Append(Leaf(value));
                break;
        }
    }

    private static string Leaf(ValueNode value) => value switch
    {
        VariableNode variable => "$" + variable.Name.Value,
        IntValueNode number => number.Value,
        FloatValueNode number => number.Value,
        BooleanValueNode boolean => boolean.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode option => option.Value,
        _ => throw new InvalidOperationException($"{value.GetType().Name} is no input value."),
    };
}
