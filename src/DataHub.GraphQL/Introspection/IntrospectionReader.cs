using System.Text.Json;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;

namespace DataHub.GraphQL.Introspection;

/// <summary>
/// Reads the members of an introspection result as definitions. A member that is missing or of another kind throws
/// <see cref="KeyNotFoundException"/> or <see cref="InvalidOperationException"/>.
/// </summary>
internal sealed class IntrospectionReader(JsonElement schema)
{
    public DocumentNode Document() => new(
    [
        Schema(),
        .. Items(schema, "directives").Where(d => !BuiltInSdl.HasDirective(Text(d, "name"))).Select(Directive),
        .. Items(schema, "types").Where(t => !BuiltInSdl.HasType(Text(t, "name"))).Select(Type),
    ]);

    private SchemaDefinitionNode Schema()
    {
        var roots = new List<OperationTypeDefinitionNode>();
        AddRoot(roots, OperationType.Query, "queryType");
        AddRoot(roots, OperationType.Mutation, "mutationType");
        AddRoot(roots, OperationType.Subscription, "subscriptionType");
        return new SchemaDefinitionNode(Description(schema), [], roots);
    }

    private void AddRoot(List<OperationTypeDefinitionNode> roots, OperationType operation, string member)
    {
        if (Optional(schema, member) is { } type) roots.Add(new OperationTypeDefinitionNode(operation, Named(type)));
    }

    private static DirectiveDefinitionNode Directive(JsonElement directive) => new(
        Description(directive),
        Name(directive),
        Inputs(directive, "args"),
        Optional(directive, "isRepeatable")?.GetBoolean() ?? false,
        [.. Items(directive, "locations").Select(l => new NameNode(l.GetString()!))]);

    private static TypeDefinitionNode Type(JsonElement type)
    {
        var (description, name) = (Description(type), Name(type));
        return Text(type, "kind") switch
        {
            "SCALAR" => new ScalarTypeDefinitionNode(description, name, Directives(type, "specifiedByURL", "specifiedBy", "url")),
            "OBJECT" => new ObjectTypeDefinitionNode(description, name, Interfaces(type), [], Fields(type)),
            "INTERFACE" => new InterfaceTypeDefinitionNode(description, name, Interfaces(type), [], Fields(type)),
            "UNION" => new UnionTypeDefinitionNode(description, name, [], [.. Items(type, "possibleTypes").Select(Named)]),
            "ENUM" => new EnumTypeDefinitionNode(description, name, [], [.. Items(type, "enumValues").Select(Value)]),
            "INPUT_OBJECT" => new InputObjectTypeDefinitionNode(description, name, OneOf(type), Inputs(type, "inputFields")),
            var kind => throw new InvalidOperationException($"{kind} is no kind of named type."),
        };
    }

    // An interface that implements none may be told as null by services of older editions.
    private static NamedTypeNode[] Interfaces(JsonElement type) =>
        Optional(type, "interfaces") is { } interfaces ? [.. interfaces.EnumerateArray().Select(Named)] : [];

    private static FieldDefinitionNode[] Fields(JsonElement type) =>
    [
        .. Items(type, "fields").Select(f => new FieldDefinitionNode(
            Description(f), Name(f), Inputs(f, "args"), Reference(f.GetProperty("type")), Deprecation(f))),
    ];

    private static InputValueDefinitionNode[] Inputs(JsonElement owner, string member) =>
    [
        .. Items(owner, member).Select(i => new InputValueDefinitionNode(
            Description(i), Name(i), Reference(i.GetProperty("type")), Default(i), Deprecation(i))),
    ];

    private static EnumValueDefinitionNode Value(JsonElement value) => new(Description(value), Name(value), Deprecation(value));

    // Section 4.2.4: the default value is a text in the GraphQL language.
    private static ValueNode? Default(JsonElement input) =>
        Optional(input, "defaultValue") is { } value ? Parser.ParseValue(new Source(value.GetString()!), ParserOptions.Trusted) : null;

    private static TypeNode Reference(JsonElement type) => Text(type, "kind") switch
    {
        "LIST" => new ListTypeNode(Reference(type.GetProperty("ofType"))),
        "NON_NULL" => new NonNullTypeNode(Reference(type.GetProperty("ofType"))),
        _ => Named(type),
    };

    private static DirectiveNode[] OneOf(JsonElement type) =>
        Optional(type, "isOneOf")?.GetBoolean() == true ? [new DirectiveNode(new NameNode("oneOf"), [])] : [];

    private static DirectiveNode[] Deprecation(JsonElement element) =>
        Optional(element, "isDeprecated")?.GetBoolean() == true ? Directives(element, "deprecationReason", "deprecated", "reason") : [];

    private static DirectiveNode[] Directives(JsonElement element, string member, string directive, string argument) =>
        Optional(element, member)?.GetString() is { } text
            ? [new DirectiveNode(new NameNode(directive), [new ArgumentNode(new NameNode(argument), new StringValueNode(text))])]
            : [];

    private static StringValueNode? Description(JsonElement element) =>
        Optional(element, "description")?.GetString() is { } text ? new StringValueNode(text) : null;

    private static NamedTypeNode Named(JsonElement type) => new(Name(type));

    private static NameNode Name(JsonElement element) => new(Text(element, "name"));

    private static string Text(JsonElement element, string member) =>
        element.GetProperty(member).GetString() ?? throw new InvalidOperationException($"{member} is null.");

    private static JsonElement.ArrayEnumerator Items(JsonElement element, string member) => element.GetProperty(member).EnumerateArray();

    private static JsonElement? Optional(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
