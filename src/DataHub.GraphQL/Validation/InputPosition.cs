using System.Globalization;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation;

/// <summary>
/// A place that takes an input value: an argument, the default of a variable, a field of an input object or an entry of a list in one.
/// </summary>
public sealed class InputPosition
{
    private readonly InputPosition? parent;
    private readonly string? step;
    private readonly int index;
    private readonly ArgumentSet? arguments;

    private InputPosition(InputPosition? parent, string? step, GraphQLType? type)
    {
        (this.parent, this.step, Type) = (parent, step, type);
    }

    private InputPosition(InputPosition list, int index, GraphQLType? type) : this(list, null, type) => this.index = index;

    private InputPosition(ArgumentSet arguments, string name, InputValueDefinition? definition) : this(null, name, definition?.Type)
    {
        this.arguments = arguments;
        (HasDefault, IsRequired) = (definition?.DefaultValue is not null, definition?.IsRequired ?? false);
    }

    /// <summary>The type expected here; null when an error, or a custom scalar around it, leaves it unknown.</summary>
    public GraphQLType? Type { get; private init; }

    /// <summary>True for an argument or input field whose definition has a default.</summary>
    public bool HasDefault { get; private init; }

    /// <summary>True for an argument or input field that is non-null and has no default.</summary>
    public bool IsRequired { get; private init; }

    /// <summary>True for a field of a OneOf input object (section 3.10.1).</summary>
    public bool IsOneOfField { get; private init; }

    /// <summary>What the place is called in a message: <c>argument "input.amount" of "Query.kurEligibility"</c>.</summary>
    public string Name => Describe("");

    /// <summary><see cref="Name"/> as the first word of a sentence.</summary>
    public string Sentence => Capital(Name);

    public static InputPosition Argument(ArgumentSet set, ArgumentNode argument) =>
        new(set, argument.Name.Value, set.Definition(argument.Name.Value));

    /// <summary>An argument that is not written in the document.</summary>
    public static InputPosition Missing(ArgumentSet set, InputValueDefinition argument) => new(set, argument.Name, argument);

    public static InputPosition Default(VariableDefinitionNode variable, GraphQLType? type) =>
        new(null, "$" + variable.Variable.Name.Value, type);

    /// <summary>A field of an input object; <paramref name="type"/> is null when no input object is expected here.</summary>
    public InputPosition Field(InputObjectType? type, string name)
    {
        var definition = type?.Field(name);
        return new InputPosition(this, name, definition?.Type)
        {
            HasDefault = definition?.DefaultValue is not null,
            IsRequired = definition?.IsRequired ?? false,
            IsOneOfField = definition is not null && type!.IsOneOf,
        };
    }

    /// <summary>An entry of a list literal, counted from 0.</summary>
    public InputPosition Entry(int entry, GraphQLType? type) => new(this, entry, type);

    /// <summary>This place when a single literal stands in for a list of <paramref name="item"/> (section 3.11 List).</summary>
    public InputPosition Single(GraphQLType item) => new(this, "", item);

    /// <summary><see cref="Sentence"/> for a field below this place.</summary>
    public string SentenceFor(string field) => Capital(Describe("." + field));

    private string Describe(string tail)
    {
        var steps = new List<string> { tail };
        var root = this;
        for (; root.parent is not null; root = root.parent)
        {
            if (root.step is null) steps.Add(string.Create(CultureInfo.InvariantCulture, $"[{root.index}]"));
            else if (root.step.Length > 0) steps.Add("." + root.step);
        }
        steps.Add(root.step!);
        steps.Reverse();
        var path = string.Concat(steps);
        return root.arguments is null ? $"default value of variable \"{path}\"" : $"argument \"{path}\" of \"{root.arguments.Owner}\"";
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
