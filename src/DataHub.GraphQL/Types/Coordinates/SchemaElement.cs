namespace DataHub.GraphQL.Types.Coordinates;

/// <summary>What a schema coordinate can name. https://spec.graphql.org/September2025/#schema-element</summary>
public abstract record SchemaElement;

/// <summary>A named type, built-in scalars included.</summary>
public sealed record TypeElement(NamedType Type) : SchemaElement;

/// <summary>A field of an object or interface.</summary>
public sealed record FieldElement(FieldDefinition Field) : SchemaElement;

/// <summary>An input field of an input object.</summary>
public sealed record InputFieldElement(InputObjectType Type, InputValueDefinition Field) : SchemaElement;

/// <summary>A value of an enum.</summary>
public sealed record EnumValueElement(EnumType Type, EnumValueDefinition Value) : SchemaElement;

/// <summary>An argument of a field.</summary>
public sealed record FieldArgumentElement(FieldDefinition Field, InputValueDefinition Argument) : SchemaElement;

/// <summary>A directive, built-in ones included.</summary>
public sealed record DirectiveElement(DirectiveDefinition Directive) : SchemaElement;

/// <summary>An argument of a directive.</summary>
public sealed record DirectiveArgumentElement(DirectiveDefinition Directive, InputValueDefinition Argument) : SchemaElement;
