using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace DataHub.GraphQL.Language;

/// <summary>
/// Writes nodes as text, always in the same layout; parsing the text gives the same nodes. Executable documents and type systems alike.
/// </summary>
public sealed partial class Printer
{
    private const int IndentWidth = 2;
    private readonly StringBuilder text = new();
    private int indent;

    private Printer() { }

    /// <summary>The text of a node, without a line end behind it.</summary>
    public static string Print(SyntaxNode node)
    {
        var printer = new Printer();
        printer.Write(node);
        return printer.text.ToString();
    }

    private void Write(SyntaxNode node)
    {
        // Parsed documents are bounded in depth; nodes made in code are not.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case NameNode name: text.Append(name.Value); break;
            case DocumentNode document: Separated(document.Definitions, "\n\n", Write); break;
            case ValueNode value: WriteValue(value); break;
            case ObjectFieldNode field: WritePair(field.Name, field.Value); break;
            case TypeNode type: WriteType(type); break;
            case ArgumentNode argument: WritePair(argument.Name, argument.Value); break;
            case DirectiveNode directive: WriteDirective(directive); break;
            case SelectionSetNode set: Block(set.Selections, Write); break;
            case SelectionNode selection: WriteSelection(selection); break;
            case VariableDefinitionNode variable: WriteVariableDefinition(variable); break;
            case OperationDefinitionNode operation: WriteOperation(operation); break;
            case FragmentDefinitionNode fragment: WriteFragment(fragment); break;
            default: WriteTypeSystem(node); break;
        }
    }

    private void WriteValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable: text.Append('$').Append(variable.Name.Value); break;
            case IntValueNode integer: text.Append(integer.Value); break;
            case FloatValueNode number: text.Append(number.Value); break;
            case StringValueNode { IsBlock: true } block when BlockString.TryPrint(block.Value, indent, text): break;
            case StringValueNode quoted: WriteQuoted(quoted.Value); break;
            case BooleanValueNode boolean: text.Append(boolean.Value ? "true" : "false"); break;
            case NullValueNode: text.Append("null"); break;
            case EnumValueNode name: text.Append(name.Value); break;
            case ListValueNode list:
                text.Append('[');
                Separated(list.Values, ", ", WriteItem);
                text.Append(']');
                break;
            case ObjectValueNode { Fields.Count: 0 }: text.Append("{}"); break;
            case ObjectValueNode fields:
                text.Append("{ ");
                Separated(fields.Fields, ", ", WriteItem);
                text.Append(" }");
                break;
        }
    }

    private void WriteItem(SyntaxNode item) => Write(item);

    private void WritePair(NameNode name, ValueNode value)
    {
        text.Append(name.Value).Append(": ");
        Write(value);
    }

    // Control characters "should" be escaped. https://spec.graphql.org/September2025/#sec-String-Value.Escape-Sequences
    private void WriteQuoted(string value)
    {
        text.Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' or (>= '\u007F' and <= '\u009F') => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => text.Append(character),
            };
        }
        text.Append('"');
    }

    private void WriteType(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named: text.Append(named.Name.Value); break;
            case ListTypeNode list:
                text.Append('[');
                Write(list.Type);
                text.Append(']');
                break;
            case NonNullTypeNode nonNull:
                Write(nonNull.Type);
                text.Append('!');
                break;
        }
    }

    private void WriteDirective(DirectiveNode directive)
    {
        text.Append('@').Append(directive.Name.Value);
        WriteArguments(directive.Arguments);
    }

    private void WriteDirectives(IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            text.Append(' ');
            Write(directive);
        }
    }

    private void WriteArguments(IReadOnlyList<ArgumentNode> arguments)
    {
        if (arguments.Count == 0) return;
        text.Append('(');
        Separated(arguments, ", ", WriteItem);
        text.Append(')');
    }

    private void WriteDefaultValue(ValueNode? value)
    {
        if (value is null) return;
        text.Append(" = ");
        Write(value);
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is null) return;
        Write(description);
        NewLine();
    }

    private void Separated<T>(IReadOnlyList<T> items, string separator, Action<T> write)
        where T : SyntaxNode
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0) text.Append(separator);
            write(items[i]);
        }
    }

    /// <summary>Items in braces, a line each; described ones after the first stand off by a blank line.</summary>
    private void Block<T>(IReadOnlyList<T> items, Action<T> write, Func<T, bool>? isDescribed = null)
        where T : SyntaxNode
    {
        text.Append('{');
        Lines(items, write, isDescribed);
        text.Append('}');
    }

    private void Lines<T>(IReadOnlyList<T> items, Action<T> write, Func<T, bool>? isDescribed)
        where T : SyntaxNode
    {
        indent += IndentWidth;
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0 && isDescribed is not null && isDescribed(items[i])) text.Append('\n');
            NewLine();
            write(items[i]);
        }
        indent -= IndentWidth;
        NewLine();
    }

    private void NewLine() => text.Append('\n').Append(' ', indent);
}
