using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>
/// A type system with a few things changed that may or may not break it: names, types, values, what is there and how often.
/// </summary>
internal sealed class AnySdl(DocumentNode whole, Random random)
{
    private static readonly string[] OddNames =
        ["__a", "a", "Int", "Query", "Subscription", "deprecated", "specifiedBy", "oneOf", "if", "reason"];

    private static readonly string[] OddValues =
    [
        "null", "1", "\"x\"", "[1, null]", "{ a: 1 }", "{ text: \"t\" }", "true", "SMALL", "NO_VALUE", "1.5", "[]", "{}", "3000000000",
    ];

    private DocumentNode document = whole;

    public string Make()
    {
        for (var left = random.Next(1, 3); left > 0; left--) document = Changed();
        return Printer.Print(document);
    }

    private DocumentNode Changed()
    {
        var nodes = Nodes.All(document).Skip(1).ToList();
        switch (random.Next(8))
        {
            case 0:
                var name = random.Pick(nodes.OfType<NameNode>().ToList());
                return Nodes.Replace(document, name, name with { Value = AnyName(nodes) });
            case 1:
                var named = random.Pick(nodes.OfType<NamedTypeNode>().ToList());
                return Nodes.Replace(document, named, named with { Name = named.Name with { Value = AnyName(nodes) } });
            case 2:
                return Wrapped(random.Pick(nodes.OfType<TypeNode>().ToList()));
            case 3:
                return Nodes.Replace(
                    document, random.Pick(nodes.Where(n => n is not (TypeNode or NameNode or StringValueNode)).ToList()), null);
            case 4:
                var twice = random.Pick(document.Definitions);
                if (twice is TypeSystemNode definition && random.OneIn(2))
                    twice = definition with { IsExtension = true, Description = null };
                return document with { Definitions = [.. document.Definitions, twice] };
            case 5:
                return nodes.OfType<ValueNode>().Where(v => v is not StringValueNode).ToList() is { Count: > 0 } values
                    ? Nodes.Replace(document, random.Pick(values), AnyValue()) : document;
            case 6:
                return Defaulted(random.Pick(nodes.OfType<InputValueDefinitionNode>().ToList()));
            default:
                return nodes.OfType<DirectiveNode>().ToList() is { Count: > 0 } applied ? Moved(applied, nodes) : document;
        }
    }

    private string AnyName(List<SyntaxNode> nodes) =>
        random.OneIn(4) ? random.Pick(OddNames) : random.Pick(nodes.OfType<NameNode>().ToList()).Value;

    private ValueNode AnyValue() =>
        Nodes.All(Parser.Parse(new Source($"{{ a(a: {random.Pick(OddValues)}) }}"))).OfType<ArgumentNode>().First().Value;

    private DocumentNode Wrapped(TypeNode type)
    {
        // Only where the grammar takes any type: members of unions and implemented interfaces are names.
        TypeNode changed = type switch
        {
            NonNullTypeNode nonNull => nonNull.Type,
            ListTypeNode list when random.OneIn(2) => list.Type,
            _ when random.OneIn(2) => new ListTypeNode(type),
            _ => new NonNullTypeNode(type),
        };
        return (DocumentNode)Nodes.Rewrite(document, node => node switch
        {
            FieldDefinitionNode field when ReferenceEquals(field.Type, type) => field with { Type = changed },
            InputValueDefinitionNode input when ReferenceEquals(input.Type, type) => input with { Type = changed },
            _ => node,
        })!;
    }

    private DocumentNode Defaulted(InputValueDefinitionNode input) =>
        Nodes.Replace(document, input, input with { DefaultValue = random.OneIn(4) ? null : AnyValue() });

    private DocumentNode Moved(List<DirectiveNode> applied, List<SyntaxNode> nodes)
    {
        var directive = random.Pick(applied);
        var target = random.Pick(nodes
            .Where(n => n is TypeDefinitionNode or FieldDefinitionNode or InputValueDefinitionNode or EnumValueDefinitionNode).ToList());
        return Nodes.Replace(document, target, target switch
        {
            TypeDefinitionNode type => type with { Directives = [.. type.Directives, directive] },
            FieldDefinitionNode field => field with { Directives = [.. field.Directives, directive] },
            InputValueDefinitionNode input => input with { Directives = [.. input.Directives, directive] },
            EnumValueDefinitionNode value => value with { Directives = [.. value.Directives, directive] },
            _ => target,
        });
    }
}
