using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>
/// Makes executable documents that are valid for a schema: one operation or several, fragments without cycles that are all spread,
/// variables that are all used, response keys that merge.
/// </summary>
internal sealed class AnyDocument
{
    private const int Deepest = 4;

    private readonly Schema schema;
    private readonly Random random;
    private readonly AnyLiteral literals;
    private readonly AnyLiteral constants;
    private readonly List<FragmentDefinitionNode> fragments = [];
    private readonly List<VariableDefinitionNode> variables = [];
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly int operations;
    private int names;
    private int depth;

    public AnyDocument(Schema schema, Random random)
    {
        (this.schema, this.random) = (schema, random);
        operations = random.OneIn(5) ? random.Next(2, 4) : 1;
        constants = new AnyLiteral(random, _ => null);
        literals = new AnyLiteral(random, Variable);
    }

    public DocumentNode Make()
    {
        var made = Enumerable.Range(0, operations).Select(_ => Operation()).ToList<DefinitionNode>();
        made.AddRange(fragments);
        return new DocumentNode([.. made.OrderBy(_ => random.OneIn(3) ? random.Next() : 0)]);
    }

    private OperationDefinitionNode Operation()
    {
        var kinds = Enum.GetValues<OperationType>().Where(k => Root(k) is not null).ToList();
        var kind = random.OneIn(2) ? OperationType.Query : random.Pick(kinds);
        var root = Root(kind)!;
        variables.Clear();
        var selections = kind == OperationType.Subscription ? Subscribed(root) : Selections(root);
        var name = operations > 1 || variables.Count > 0 || random.OneIn(2) ? new NameNode($"Op{++names}") : null;
        var directives = Directives(kind.ToString().ToUpperInvariant(), literals);
        return new OperationDefinitionNode(kind, name, [.. variables], directives, selections)
        {
            Description = random.OneIn(10) ? new StringValueNode("What it asks", random.OneIn(2)) : null,
        };
    }

    private ObjectType? Root(OperationType kind) => kind switch
    {
        OperationType.Query => schema.Query,
        OperationType.Mutation => schema.Mutation,
        _ => schema.Subscription,
    };

    private SelectionSetNode Subscribed(ObjectType root)
    {
        FieldNode[] field = [Field(root, random.Pick(root.Fields), isRoot: true)];
        return new SelectionSetNode(random.OneIn(4) ? [new InlineFragmentNode(null, [], new SelectionSetNode(field))] : field);
    }

    private SelectionSetNode Selections(NamedType parent)
    {
        depth++;
        var set = new SelectionSetNode(random.Many(1, 4, () => Selection(parent)));
        depth--;
        return set;
    }

    private SelectionNode Selection(NamedType parent) => random.Next(8) switch
    {
        0 when depth < Deepest => Inline(parent),
        1 => Spread(parent),
        _ => Field(parent),
    };

    private InlineFragmentNode Inline(NamedType parent)
    {
        var type = random.OneIn(4) ? null : random.Pick(Overlapping(parent));
        return new InlineFragmentNode(
            type is null ? null : Named(type), Directives("INLINE_FRAGMENT", literals), Selections(type ?? parent));
    }

    private SelectionNode Spread(NamedType parent)
    {
        var overlapping = Overlapping(parent);
        var known = random.PickOrNone(fragments.Where(f => overlapping.Any(t => t.Name == f.TypeCondition.Name.Value)));
        if (known is null || (random.OneIn(2) && depth < Deepest)) known = Fragment(random.Pick(overlapping));
        return known is null ? Field(parent) : new FragmentSpreadNode(known.Name, Directives("FRAGMENT_SPREAD", literals));
    }

    // Made before it is spread, so that it spreads only those made before it.
    private FragmentDefinitionNode? Fragment(NamedType type)
    {
        if (depth >= Deepest) return null;
        var name = new NameNode($"F{++names}");
        var made = new FragmentDefinitionNode(name, Named(type), Directives("FRAGMENT_DEFINITION", literals), Selections(type));
        fragments.Add(made);
        return made;
    }

    private FieldNode Field(NamedType parent)
    {
        if (parent is UnionType || random.OneIn(15)) return Leaf(MetaFields.TypeName, "String!");
        if (ReferenceEquals(parent, schema.Query) && random.OneIn(12))
            return Field(parent, MetaFields.FindField(schema, parent, random.OneIn(2) ? "__schema" : "__type")!, isRoot: false);
        var fields = ((FieldsType)parent).Fields;
        var leaves = fields.Where(f => f.Type.Named is ScalarType or EnumType).ToList();
        if (depth >= Deepest && leaves.Count == 0) return Leaf(MetaFields.TypeName, "String!");
        return Field(parent, random.Pick(depth >= Deepest || (leaves.Count > 0 && random.OneIn(3)) ? leaves : fields), isRoot: false);
    }

    private FieldNode Field(NamedType parent, FieldDefinition field, bool isRoot)
    {
        var arguments = Arguments(field.Arguments, literals);
        var isLeaf = field.Type.Named is ScalarType or EnumType;
        var directives = Directives("FIELD", literals, isRoot);
        var set = isLeaf ? null : Selections(field.Type.Named);
        var key = arguments.Length == 0 && isLeaf ? Key(field.Name, field.Type.ToString()) : Key(field.Name, $"{parent} {++names}");
        return new FieldNode(key, new NameNode(field.Name), arguments, directives, set);
    }

    private FieldNode Leaf(string leaf, string type) => new(Key(leaf, type), new NameNode(leaf), [], [], null);

    /// <summary>An alias, or null where the field's own name is free or stands for the same.</summary>
    private NameNode? Key(string field, string meaning)
    {
        if (random.OneIn(3)) return new NameNode($"k{++names}");
        return keys.TryAdd(field, meaning) || keys[field] == meaning ? null : new NameNode($"k{++names}");
    }

    private ArgumentNode[] Arguments(IReadOnlyList<InputValueDefinition> definitions, AnyLiteral values) =>
        [.. definitions.Where(a => a.IsRequired || random.OneIn(3))
            .Select(a => new ArgumentNode(new NameNode(a.Name), values.Of(a.Type))).OrderBy(_ => random.Next())];

    private DirectiveNode[] Directives(string location, AnyLiteral values, bool isRoot = false)
    {
        if (!random.OneIn(6)) return [];
        var usable = schema.Directives.Where(d => d.Locations.Contains(location) && !(isRoot && d.Name is "skip" or "include"));
        if (random.PickOrNone(usable) is not { } definition) return [];
        return random.Many(1, definition.IsRepeatable ? 2 : 1,
            () => new DirectiveNode(new NameNode(definition.Name), Arguments(definition.Arguments, values)));
    }

    private IReadOnlyList<NamedType> Overlapping(NamedType parent) =>
        [.. schema.Types.Where(t => t is FieldsType or UnionType && schema.PossibleTypes(t).Overlaps(schema.PossibleTypes(parent)))];

    /// <summary>Sometimes a variable that fits there: of the very type, of a stricter one, or one with a default. Several operations
    /// share fragments, so that each would have to define what is used there; they have none.</summary>
    private VariableNode? Variable(GraphQLType type)
    {
        if (operations > 1 || !random.OneIn(5)) return null;
        var known = random.PickOrNone(variables.Where(v => Printer.Print(v.Type) == type.ToString()));
        if (known is not null && random.OneIn(2)) return known.Variable with { };
        var isLooser = type is NonNullType && random.OneIn(6);
        var wanted = isLooser ? type.Nullable : random.OneIn(4) ? new NonNullType(type.Nullable) : type;
        var value = isLooser ? constants.Of(new NonNullType(wanted)) : random.OneIn(3) ? constants.Of(wanted) : null;
        var variable = new VariableNode(new NameNode($"v{++names}"));
        variables.Add(new VariableDefinitionNode(
            variable, Parser.ParseType(new Source(wanted.ToString()!)), value, Directives("VARIABLE_DEFINITION", constants)));
        return variable with { };
    }

    private static NamedTypeNode Named(NamedType type) => new(new NameNode(type.Name));
}
