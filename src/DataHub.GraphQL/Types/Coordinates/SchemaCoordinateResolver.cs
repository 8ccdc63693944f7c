using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Types.Coordinates;

/// <summary>
/// Resolving a schema coordinate: https://spec.graphql.org/September2025/#sec-Schema-Coordinates.Resolving-a-Schema-Coordinate
/// An introspection type is no schema element and is not found; meta fields are on no type.
/// </summary>
internal static class SchemaCoordinateResolver
{
    public static SchemaElement? Resolve(Schema schema, SchemaCoordinate coordinate) => coordinate switch
    {
        TypeCoordinate named => Type(schema, named.Type) is { } type ? new TypeElement(type) : null,
        MemberCoordinate member => Member(schema, member),
        ArgumentCoordinate argument => Argument(schema, argument),
        DirectiveCoordinate named => schema.Directive(named.Directive) is { } directive ? new DirectiveElement(directive) : null,
        DirectiveArgumentCoordinate argument => Argument(schema, argument),
        _ => throw new InvalidOperationException($"{coordinate.GetType().Name} is no kind of coordinate."),
    };

    private static SchemaElement? Member(Schema schema, MemberCoordinate coordinate)
    {
        switch (Type(schema, coordinate.Type))
        {
            case EnumType type:
                return type.Value(coordinate.Member) is { } value ? new EnumValueElement(type, value) : null;
            case InputObjectType type:
                return type.Field(coordinate.Member) is { } input ? new InputFieldElement(type, input) : null;
            case FieldsType type:
                return type.Field(coordinate.Member) is { } field ? new FieldElement(field) : null;
            default:
                throw Missing(coordinate, $"there is no enum, input object, object or interface type \"{coordinate.Type}\"");
        }
    }

    private static FieldArgumentElement? Argument(Schema schema, ArgumentCoordinate coordinate)
    {
        if (Type(schema, coordinate.Type) is not FieldsType type)
            throw Missing(coordinate, $"there is no object or interface type \"{coordinate.Type}\"");
        if (type.Field(coordinate.Field) is not { } field)
            throw Missing(coordinate, $"there is no field \"{coordinate.Type}.{coordinate.Field}\"");
        return field.Argument(coordinate.Argument) is { } argument ? new FieldArgumentElement(field, argument) : null;
    }

    private static DirectiveArgumentElement? Argument(Schema schema, DirectiveArgumentCoordinate coordinate)
    {
        if (schema.Directive(coordinate.Directive) is not { } directive)
            throw Missing(coordinate, $"there is no directive \"@{coordinate.Directive}\"");
        return directive.Argument(coordinate.Argument) is { } argument ? new DirectiveArgumentElement(directive, argument) : null;
    }

    private static NamedType? Type(Schema schema, string name) =>
        name.StartsWith("__", StringComparison.Ordinal) ? null : schema.Type(name);

    private static GraphQLException Missing(SchemaCoordinate coordinate, string problem) =>
        new(new GraphQLError($"{coordinate}: {problem}.", ErrorCodes.Schema) { Coordinate = coordinate.ToString() });
}
