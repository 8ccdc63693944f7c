using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Validation;

namespace DataHub.GraphQL.Types.Building;

/// <summary>A place of a type system where directives may stand: its schema coordinate and its directive location.</summary>
internal sealed record Element(string Coordinate, string Location, SyntaxNode Node, IReadOnlyList<DirectiveNode> Directives);

/// <summary>An argument or input field with its schema coordinate.</summary>
internal sealed record InputElement(string Coordinate, string Location, InputValueDefinitionNode Node);

/// <summary>Walks over the documents' type system. Coordinates: https://spec.graphql.org/September2025/#sec-Schema-Coordinates</summary>
internal static class Elements
{
    /// <summary>Everything that can carry directives, in document order within a type.</summary>
    public static IEnumerable<Element> Of(TypeSystemSyntax system)
    {
        if (system.SchemaParts.Count > 0)
        {
            var directives = system.SchemaParts.SelectMany(s => s.Directives).ToList();
            yield return new Element(SchemaFaults.OfSchema, DirectiveLocations.Schema, system.SchemaParts[0], directives);
        }
        foreach (var element in system.Types.SelectMany(Of)) yield return element;
        foreach (var element in system.Directives.SelectMany(d => Arguments(d).Select(Of))) yield return element;
    }

    /// <summary>A type and everything in it that can carry directives.</summary>
    public static IEnumerable<Element> Of(TypeSyntax type)
    {
        yield return new Element(type.Name, LocationOf(type.Definition), type.Definition, type.Directives);
        foreach (var field in type.Fields)
        {
            yield return new Element(Coordinate(type, field), DirectiveLocations.FieldDefinition, field, field.Directives);
            foreach (var argument in Arguments(type, field)) yield return Of(argument);
        }
        foreach (var value in type.Values)
            yield return new Element($"{type.Name}.{value.Name.Value}", DirectiveLocations.EnumValue, value, value.Directives);
        foreach (var input in InputFields(type)) yield return Of(input);
    }

    /// <summary>All arguments (of fields and directives) and all input fields.</summary>
    public static IEnumerable<InputElement> Inputs(TypeSystemSyntax system) =>
    [
        .. system.Types.SelectMany(t => t.Fields.SelectMany(f => Arguments(t, f)).Concat(InputFields(t))),
        .. system.Directives.SelectMany(Arguments),
    ];

    public static IEnumerable<InputElement> Arguments(TypeSyntax type, FieldDefinitionNode field) =>
        field.Arguments.Select(a => new InputElement(
            $"{Coordinate(type, field)}({a.Name.Value}:)", DirectiveLocations.ArgumentDefinition, a));

    public static IEnumerable<InputElement> Arguments(DirectiveDefinitionNode directive) =>
        directive.Arguments.Select(a => new InputElement(
            $"@{directive.Name.Value}({a.Name.Value}:)", DirectiveLocations.ArgumentDefinition, a));

    public static IEnumerable<InputElement> InputFields(TypeSyntax type) =>
        type.InputFields.Select(f => new InputElement($"{type.Name}.{f.Name.Value}", DirectiveLocations.InputFieldDefinition, f));

    public static string Coordinate(TypeSyntax type, FieldDefinitionNode field) => $"{type.Name}.{field.Name.Value}";

    private static Element Of(InputElement input) => new(input.Coordinate, input.Location, input.Node, input.Node.Directives);

    private static string LocationOf(TypeDefinitionNode definition) => definition switch
    {
        ScalarTypeDefinitionNode => DirectiveLocations.Scalar,
        ObjectTypeDefinitionNode => DirectiveLocations.Object,
        InterfaceTypeDefinitionNode => DirectiveLocations.Interface,
        UnionTypeDefinitionNode => DirectiveLocations.Union,
        EnumTypeDefinitionNode => DirectiveLocations.Enum,
        _ => DirectiveLocations.InputObject,
    };
}
