using DataHub.Audit;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.Access;

/// <summary>The contract as SDL with nothing in it that a permission set may not have.</summary>
internal sealed class ViewContract(Schema schema, ViewContents contents)
{
    /// <summary>The schema of what is left of the contract's documents.</summary>
    public static Schema Of(IReadOnlyList<DocumentNode> documents, Schema schema, ViewRights rights)
    {
        var contract = new ViewContract(schema, new ViewContents(schema, rights));
        var part = SchemaBuilder.BuildPart([.. documents.Select(contract.Part)]);
        PersonalData.Carry(part, schema);
        return part;
    }

    private DocumentNode Part(DocumentNode document) =>
        document with { Definitions = [.. document.Definitions.Select(Part).OfType<DefinitionNode>()] };

    private DefinitionNode? Part(DefinitionNode definition) => definition switch
    {
        SchemaDefinitionNode root => root with { OperationTypes = [.. root.OperationTypes.Where(o => Has(o.Type))] },
        DirectiveDefinitionNode directive => ViewContents.IsPolicy(directive.Name.Value) ? null : directive,
        TypeDefinitionNode type => schema.Type(type.Name.Value) is { } whole && contents.Has(whole) ? Part(type, whole) : null,
        _ => definition,
    };

    private TypeDefinitionNode Part(TypeDefinitionNode node, NamedType whole) => node switch
    {
        ObjectTypeDefinitionNode type => type with
        {
            Interfaces = Interfaces(type.Interfaces, whole),
            Fields = Fields(type.Fields, whole),
            Directives = Directives(type.Directives),
        },
        InterfaceTypeDefinitionNode type => type with
        {
            Interfaces = Interfaces(type.Interfaces, whole),
            Fields = Fields(type.Fields, whole),
            Directives = Directives(type.Directives),
        },
        UnionTypeDefinitionNode type => type with { Types = [.. type.Types.Where(Has)] },
        InputObjectTypeDefinitionNode type => type with
        {
            Fields = [.. type.Fields.Where(f => contents.Has(((InputObjectType)whole).Field(f.Name.Value)!))],
        },
        _ => node,
    };

    private NamedTypeNode[] Interfaces(IReadOnlyList<NamedTypeNode> interfaces, NamedType whole) =>
        [.. interfaces.Where(i => contents.Implements((FieldsType)whole, (InterfaceType)schema.Type(i.Name.Value)!))];

    private FieldDefinitionNode[] Fields(IReadOnlyList<FieldDefinitionNode> nodes, NamedType whole) =>
    [
        .. from node in nodes
           let field = ((FieldsType)whole).Field(node.Name.Value)!
           where contents.Has(field)
           select node with
           {
               Arguments = [.. node.Arguments.Where(argument => contents.Has(field.Argument(argument.Name.Value)!))],
               Directives = Directives(node.Directives),
           },
    ];

    private static DirectiveNode[] Directives(IReadOnlyList<DirectiveNode> directives) =>
        [.. directives.Where(d => !ViewContents.IsPolicy(d.Name.Value))];

    private bool Has(NamedTypeNode node) => contents.Has(schema.Type(node.Name.Value)!);
}
