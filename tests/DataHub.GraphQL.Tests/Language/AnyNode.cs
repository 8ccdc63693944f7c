using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

/// <summary>Makes any document the grammar allows, the same for the same seed. Sizes shrink with depth, so that all end.</summary>
internal sealed class AnyNode(int seed)
{
    private static readonly string[] Words =
    [
        "a", "b", "_", "__typename", "Business", "on", "true", "false", "null", "query", "mutation", "subscription", "fragment", "type",
        "input", "extend", "schema", "directive", "repeatable", "implements", "x1", "MIKRO",
    ];

    private static readonly string[] Characters =
    [
        "a", "b", " ", "  ", "\t", "\n", "\n  ", "\"",
            "\"\"", "\"\"\"", "\\", "\\n", "\\\"\"\"", "é", "\uD83D\uDCA9", "#", ",", "{", "\u0000", "\u007F", "\u2028", "\uFEFF", "",
    ];

    private readonly Random random = new(seed);
    private int depth;

    public DocumentNode Document() => new(Many(1, 4, Definition));

    private DefinitionNode Definition() => random.Next(12) switch
    {
        0 => new OperationDefinitionNode(OperationType.Query, null, [], [], SelectionSet()) { IsShorthand = true },
        1 or 2 => Operation(),
        3 => new FragmentDefinitionNode(NameBut("on"), NamedType(), Directives(false), SelectionSet()) { Description = Description() },
        4 => Extended(new SchemaDefinitionNode(null, Directives(true), Many(1, 3, RootType))),
        5 => Extended(new ScalarTypeDefinitionNode(null, Name(), [Directive(true), .. Directives(true)])),
        6 => Extended(new ObjectTypeDefinitionNode(null, Name(), Many(0, 2, NamedType), Directives(true), Many(1, 3, Field))),
        7 => Extended(new InterfaceTypeDefinitionNode(null, Name(), Many(0, 2, NamedType), Directives(true), Many(1, 3, Field))),
        8 => Extended(new UnionTypeDefinitionNode(null, Name(), Directives(true), Many(1, 3, NamedType))),
        9 => Extended(new EnumTypeDefinitionNode(null, Name(), Directives(true), Many(1, 3, EnumValueDefinition))),
        10 => Extended(new InputObjectTypeDefinitionNode(null, Name(), Directives(true), Many(1, 3, Input))),
        _ => new DirectiveDefinitionNode(Description(), Name(), Many(0, 2, Input), Chance(2), Many(1, 3, Location)),
    };

    /// <summary>An extension, or a definition with its description.</summary>
    private T Extended<T>(T definition) where T : TypeSystemNode =>
        Chance(3) ? definition with { IsExtension = true } : definition with { Description = Description() };

    private OperationDefinitionNode Operation() =>
        new((OperationType)random.Next(3), Optional(Name), Many(0, 3, Variable), Directives(false), SelectionSet())
        { Description = Description() };

    private VariableDefinitionNode Variable() =>
        new(new VariableNode(Name()), Type(), Optional(() => Value(true)), Directives(true)) { Description = Description() };

    private SelectionSetNode SelectionSet() => Deeper(() => new SelectionSetNode(Many(1, 3, Selection)));

    private SelectionNode Selection() => random.Next(5) switch
    {
        0 => new FragmentSpreadNode(NameBut("on"), Directives(false)),
        1 when depth < 5 => new InlineFragmentNode(Optional(NamedType), Directives(false), SelectionSet()),
        _ => new FieldNode(Optional(Name), Name(), Many(0, 2, () => Argument(false)), Directives(false),
            depth < 5 && Chance(3) ? SelectionSet() : null),
    };

    private ArgumentNode Argument(bool isConst) => new(Name(), Value(isConst));

    private DirectiveNode Directive(bool isConst) => new(Name(), Many(0, 1, () => Argument(isConst)));

    private DirectiveNode[] Directives(bool isConst) => Chance(4) ? Many(1, 2, () => Directive(isConst)) : [];

    private ValueNode Value(bool isConst) => random.Next(depth < 4 ? 11 : 8) switch
    {
        0 => new IntValueNode(Integer()),
        1 => new FloatValueNode($"{Integer()}.{random.Next(1000)}{(Chance(2) ? $"e{random.Next(-9, 9)}" : "")}"),
        2 => new BooleanValueNode(Chance(2)),
        3 => new NullValueNode(),
        4 => new EnumValueNode(NameBut("true", "false", "null").Value),
        5 when !isConst => new VariableNode(Name()),
        5 or 6 or 7 => String(),
        8 or 9 => Deeper(() => new ListValueNode(Many(0, 3, () => Value(isConst)))),
        _ => Deeper(() => new ObjectValueNode(Many(0, 3, () => new ObjectFieldNode(Name(), Value(isConst))))),
    };

    private string Integer()
        => random.Next(3) switch { 0 => "0", 1 => "-0", _ => random.NextInt64(long.MinValue, long.MaxValue).ToString("D") };

    private StringValueNode? Description() => Chance(4) ? String() : null;

    private StringValueNode String()
    {
        var raw = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => Pick(Characters)));
        if (Chance(2)) return new StringValueNode(raw);
        // Not every text is the value of a block string; what one evaluates to is.
        var escaped = raw.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        return new StringValueNode(((StringValueNode)Text.Value($"\"\"\"{escaped}\n\"\"\"")).Value, IsBlock: true);
    }

    private TypeNode Type() => random.Next(depth < 5 ? 4 : 2) switch
    {
        0 => NamedType(),
        1 => new NonNullTypeNode(NamedType()),
        2 => Deeper(() => new ListTypeNode(Type())),
        _ => Deeper(() => new NonNullTypeNode(new ListTypeNode(Type()))),
    };

    private FieldDefinitionNode Field() => new(Description(), Name(), Many(0, 2, Input), Type(), Directives(true));

    private InputValueDefinitionNode Input() => new(Description(), Name(), Type(), Optional(() => Value(true)), Directives(true));

    private EnumValueDefinitionNode EnumValueDefinition() => new(Description(), NameBut("true", "false", "null"), Directives(true));

    private OperationTypeDefinitionNode RootType() => new((OperationType)random.Next(3), NamedType());

    private NameNode Location() => new(Pick(DirectiveLocations.All));

    private NamedTypeNode NamedType() => new(Name());

    private NameNode Name() => new(Pick(Words));

    private NameNode NameBut(params string[] excluded) => new(Pick([.. Words.Except(excluded)]));

    private T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private bool Chance(int oneOf) => random.Next(oneOf) == 0;

    private T? Optional<T>(Func<T> make) where T : class => Chance(2) ? make() : null;

    private T[] Many<T>(int least, int most, Func<T> make) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => make())];

    private T Deeper<T>(Func<T> make)
    {
        depth++;
        var made = make();
        depth--;
        return made;
    }
}
