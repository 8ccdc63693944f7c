using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>
/// Ways to break a document, one or more for each rule of section 5, named by the rule's section. A way that finds nothing to break
/// gives null; one may break another rule beside or instead of its own, which the other side then has to see too.
/// </summary>
internal sealed class Breakage
{
    private readonly DocumentNode document;
    private readonly Schema schema;
    private readonly Random random;

    public Breakage(DocumentNode document, Schema schema, Random random) =>
        (this.document, this.schema, this.random) = (document, schema, random);

    public static IReadOnlyDictionary<string, Func<Breakage, DocumentNode?>> Ways { get; } =
        new Dictionary<string, Func<Breakage, DocumentNode?>>(StringComparer.Ordinal)
        {
            ["5.1.1"] = b => b.With(b.random.Pick(["type Added { a: Int }", "extend type Query { a: Int }", "schema { query: Root }",
                "directive @added on FIELD", "extend schema @onSchema"])),
            ["5.2.1.1"] = b => b.With(b.random.Pick(["mutation Lost { a }", "subscription Lost { a }", "subscription { a }"])),
            ["5.2.2.1"] = b => b.Twice<OperationDefinitionNode>(),
            ["5.2.3.1"] = b => b.With(b.random.Pick(["{ __typename }", "query { __typename }"])),
            ["5.2.4.1"] = b => b.Subscription(),
            ["5.3.1"] = b => b.Change<FieldNode>(f => f with { Name = b.Name(b.FieldNames()) }),
            ["5.3.2"] = b => b.Clash(),
            ["5.3.3"] = b => b.Change<FieldNode>(f => f with { SelectionSet = f.SelectionSet is null ? OnlyTypeName : null }),
            ["5.4.1"] = b => b.Argument(_ => new ArgumentNode(b.Name(["nope", "first", "id"]), b.Literal())),
            ["5.4.2"] = b => b.Argument(arguments => b.random.PickOrNone(arguments)),
            ["5.4.3"] = b => b.Without<ArgumentNode>(),
            ["5.5.1.1"] = b => b.Twice<FragmentDefinitionNode>(),
            ["5.5.1.2"] = b => b.Condition(["Nope", "nope", "__Nope"]),
            ["5.5.1.3"] = b => b.Condition(b.TypeNames(t => t is ScalarType or EnumType or InputObjectType)),
            ["5.5.1.4"] = b => b.With("fragment Unused on " + b.random.Pick(b.TypeNames(t => t is ObjectType)) + " { __typename }"),
            ["5.5.2.1"] = b => b.Select(_ => new FragmentSpreadNode(new NameNode("Nowhere"), [])),
            ["5.5.2.2"] = b => b.Cycle(),
            ["5.5.2.3"] = b => b.Condition(b.TypeNames(t => t is FieldsType or UnionType)),
            ["5.6.1"] = b => b.Value(b.Literal()),
            ["5.6.2"] = b => b.Change<ObjectFieldNode>(f => f with { Name = b.Name(["nope", "text", "number", "name"]) }),
            ["5.6.3"] = b => b.Change<ObjectValueNode>(o => b.random.PickOrNone(o.Fields) is { } f
                ? o with { Fields = [.. o.Fields, f] } : o),
            ["5.6.4"] = b => b.Without<ObjectFieldNode>(),
            ["5.7.1"] = b => b.Directive(_ => new DirectiveNode(new NameNode("nope"), [])),
            ["5.7.2"] = b => b.Directive(_ => new DirectiveNode(new NameNode(b.random.Pick([.. b.schema.Directives]).Name), [])),
            ["5.7.3"] = b => b.random.OneIn(2)
                ? b.Directive(directives => b.random.PickOrNone(directives) ?? b.NodeOf<DirectiveNode>())
                : b.Change<FieldNode>(f => f with { Directives = [.. f.Directives, b.Condition(), b.Condition()] }),
            ["5.8.1"] = b => b.Change<OperationDefinitionNode>(o => b.random.PickOrNone(o.Variables) is { } v
                ? o with { Variables = [.. o.Variables, v] } : o),
            ["5.8.2"] = b => b.Change<VariableDefinitionNode>(v => v with { Type = b.Type(b.TypeNames(t => !t.IsInput).Append("Nope")) }),
            ["5.8.3"] = b => b.Value(new VariableNode(new NameNode("nowhere"))),
            ["5.8.4"] = b => b.Change<OperationDefinitionNode>(o => o with { Variables = [.. o.Variables, b.Unused()] }),
            ["5.8.5"] = b => b.Change<VariableDefinitionNode>(v => v with { Type = b.OtherType(v.Type), DefaultValue = b.Default(v) }),
        };

    private static SelectionSetNode OnlyTypeName { get; } = new([new FieldNode(null, new NameNode("__typename"), [], [], null)]);

    private DocumentNode With(string definition)
    {
        var added = Parser.Parse(new Source(definition)).Definitions;
        return new DocumentNode(random.OneIn(2) ? [.. added, .. document.Definitions] : [.. document.Definitions, .. added]);
    }

    private DocumentNode? Twice<T>() where T : DefinitionNode =>
        NodeOf<T>() is { } definition ? new DocumentNode([.. document.Definitions, definition with { }]) : null;

    private T? NodeOf<T>() where T : SyntaxNode => random.PickOrNone(Nodes.All(document).OfType<T>());

    private DocumentNode? Change<T>(Func<T, SyntaxNode> change) where T : SyntaxNode =>
        NodeOf<T>() is { } node ? Nodes.Replace(document, node, change(node)) : null;

    private DocumentNode? Value(ValueNode replacement)
    {
        var places = Nodes.All(document).SelectMany<SyntaxNode, ValueNode>(node => node switch
        {
            ArgumentNode argument => [argument.Value],
            ObjectFieldNode field => [field.Value],
            ListValueNode list => list.Values,
            VariableDefinitionNode { DefaultValue: { } value } when replacement is not VariableNode => [value],
            _ => [],
        });
        return random.PickOrNone(places) is { } old ? Nodes.Replace(document, old, replacement) : null;
    }

    // An argument list or object that loses its last entry stays valid syntax.
    private DocumentNode? Without<T>() where T : SyntaxNode => NodeOf<T>() is { } node ? Nodes.Replace(document, node, null) : null;

    private DocumentNode? Select(Func<SelectionSetNode, SelectionNode> added) =>
        Change<SelectionSetNode>(set => set with { Selections = [.. set.Selections, added(set)] });

    private DocumentNode? Argument(Func<IReadOnlyList<ArgumentNode>, ArgumentNode?> added) => random.OneIn(4)
        ? Change<DirectiveNode>(d => added(d.Arguments) is { } a ? d with { Arguments = [.. d.Arguments, a] } : d)
        : Change<FieldNode>(f => added(f.Arguments) is { } a ? f with { Arguments = [.. f.Arguments, a] } : f);

    private DocumentNode? Directive(Func<IReadOnlyList<DirectiveNode>, DirectiveNode?> added)
    {
        IReadOnlyList<DirectiveNode> More(IReadOnlyList<DirectiveNode> old) => added(old) is { } one ? [.. old, one] : old;
        return random.Next(6) switch
        {
            0 => Change<OperationDefinitionNode>(o => o with { Directives = More(o.Directives) }),
            1 => Change<FragmentDefinitionNode>(f => f with { Directives = More(f.Directives) }),
            2 => Change<VariableDefinitionNode>(v => v with { Directives = More(v.Directives) }),
            3 => Change<InlineFragmentNode>(f => f with { Directives = More(f.Directives) }),
            4 => Change<FragmentSpreadNode>(f => f with { Directives = More(f.Directives) }),
            _ => Change<FieldNode>(f => f with { Directives = More(f.Directives) }),
        };
    }

    private DocumentNode? Condition(IReadOnlyList<string> types)
    {
        var condition = new NamedTypeNode(Name(types));
        return random.OneIn(2)
            ? Change<FragmentDefinitionNode>(f => f with { TypeCondition = condition })
            : Change<InlineFragmentNode>(f => f with { TypeCondition = condition });
    }

    private DocumentNode? Subscription()
    {
        if (schema.Subscription is not { } root) return null;
        var (one, two) = (random.Pick(root.Fields).Name, random.Pick(root.Fields).Name);
        var selections = random.Pick([$"{one} {two}", $"a: {one} b: {one}", "__typename", $"{one} @skip(if: true)", $"{one} __typename",
            $"... @include(if: true) {{ {one} }}", $"...Sub", $"{one} ... on {root.Name} {{ {two} }}", $"... {{ {one} ...Sub }}"]);
        var fragment = $" fragment Sub on {root.Name} {{ {two} other: {two} }}";
        var isSpread = selections.Contains("...Sub", StringComparison.Ordinal);
        return With($"subscription Many {{ {selections} }}{(isSpread ? fragment : "")}");
    }

    // Two fields of one response key: another field's key, other arguments, or the same field again, which is no clash.
    private DocumentNode? Clash()
    {
        var fields = Nodes.All(document).OfType<FieldNode>().ToList();
        if (fields.Count < 2) return null;
        var (one, other) = (random.Pick(fields), random.Pick(fields));
        return random.Next(3) switch
        {
            0 => Nodes.Replace(document, one, one with { Alias = new NameNode(other.ResponseKey) }),
            1 => Select(_ => other with { Arguments = [.. other.Arguments.Skip(1)] }),
            _ => Select(set => set.Selections.OfType<FieldNode>().FirstOrDefault() is { } first
                ? first with { Arguments = [], Alias = new NameNode(first.ResponseKey), Name = other.Name }
                : other),
        };
    }

    private DocumentNode? Cycle()
    {
        if (NodeOf<FragmentDefinitionNode>() is not { } fragment) return null;
        var inside = random.PickOrNone(Nodes.All(fragment).OfType<SelectionSetNode>())!;
        var target = random.OneIn(2) ? fragment : NodeOf<FragmentDefinitionNode>()!;
        var spread = new FragmentSpreadNode(target.Name, []);
        return Nodes.Replace(document, inside, inside with { Selections = [.. inside.Selections, spread] });
    }

    private DirectiveNode Condition() =>
        new(Name(["skip", "skip", "include"]), [new ArgumentNode(new NameNode("if"), new BooleanValueNode(true))]);

    private VariableDefinitionNode Unused() => new(new VariableNode(new NameNode("unused")), Type(["Int", "String"]), null, []);

    private ValueNode Literal() => new AnyLiteral(random, _ => null).Anything();

    private ValueNode? Default(VariableDefinitionNode variable) => random.Next(3) switch
    {
        0 => variable.DefaultValue,
        1 => null,
        _ => Literal(),
    };

    private TypeNode OtherType(TypeNode type) => random.Next(4) switch
    {
        0 when type is NonNullTypeNode nonNull => nonNull.Type,
        1 => new ListTypeNode(type),
        2 when type is not NonNullTypeNode => new NonNullTypeNode(type),
        _ => Type(TypeNames(t => t.IsInput)),
    };

    private TypeNode Type(IEnumerable<string> names)
    {
        var type = new NamedTypeNode(Name([.. names]));
        return random.Next(4) switch { 0 => new NonNullTypeNode(type), 1 => new ListTypeNode(type), _ => type };
    }

    private NameNode Name(IReadOnlyList<string> names) => new(random.Pick(names));

    private List<string> TypeNames(Func<NamedType, bool> which) => [.. schema.Types.Where(which).Select(t => t.Name)];

    private List<string> FieldNames() =>
        ["nope", "__schema", "__nope", .. schema.Types.OfType<FieldsType>().SelectMany(t => t.Fields).Select(f => f.Name).Take(100)];
}
