using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Introspection;

// https://spec.graphql.org/September2025/#sec-Schema-Introspection.Schema-Introspection-Schema — one record per introspection type, read
// by property name; the fields with includeDeprecated are resolved by SchemaIntrospection.

/// <summary>Section 4.2.2, <c>__TypeKind</c>.</summary>
internal enum TypeKind { Scalar, Object, Interface, Union, Enum, InputObject, List, NonNull }

/// <summary>Section 4.2.1, <c>__Schema</c>.</summary>
internal sealed record SchemaRow(Schema Schema)
{
    public string? Description => Schema.Description;

    public IEnumerable<TypeRow> Types => Schema.Types.Select(t => new TypeRow(t, Schema));

    public TypeRow QueryType => new(Schema.Query, Schema);

    public TypeRow? MutationType => TypeRow.Of(Schema.Mutation, Schema);

    public TypeRow? SubscriptionType => TypeRow.Of(Schema.Subscription, Schema);

    public IEnumerable<DirectiveRow> Directives => Schema.Directives.Select(d => new DirectiveRow(d, Schema));
}

/// <summary>Section 4.2.2, <c>__Type</c>.</summary>
internal sealed record TypeRow(GraphQLType Type, Schema Schema)
{
    public TypeKind Kind => Type switch
    {
        ScalarType => TypeKind.Scalar,
        ObjectType => TypeKind.Object,
        InterfaceType => TypeKind.Interface,
        UnionType => TypeKind.Union,
        EnumType => TypeKind.Enum,
        InputObjectType => TypeKind.InputObject,
        ListType => TypeKind.List,
        _ => TypeKind.NonNull,
    };

    public string? Name => (Type as NamedType)?.Name;

    public string? Description => (Type as NamedType)?.Description;

    public string? SpecifiedByURL => (Type as ScalarType)?.SpecifiedBy;

    public bool? IsOneOf => (Type as InputObjectType)?.IsOneOf;

    public IEnumerable<TypeRow>? Interfaces => (Type as FieldsType)?.Interfaces.Select(t => new TypeRow(t, Schema));

    public IEnumerable<TypeRow>? PossibleTypes => Type switch
    {
        UnionType union => union.Types.Select(t => new TypeRow(t, Schema)),
        InterfaceType => Schema.PossibleTypes((NamedType)Type).Select(t => new TypeRow(t, Schema)),
        _ => null,
    };

    public TypeRow? OfType => Type switch
    {
        ListType list => new TypeRow(list.Of, Schema),
        NonNullType nonNull => new TypeRow(nonNull.Of, Schema),
        _ => null,
    };

    public static TypeRow? Of(GraphQLType? type, Schema schema) => type is null ? null : new TypeRow(type, schema);
}

/// <summary>Section 4.2.3, <c>__Field</c>.</summary>
internal sealed record FieldRow(FieldDefinition Field, Schema Schema)
{
    public string Name => Field.Name;

    public string? Description => Field.Description;

    public TypeRow Type => new(Field.Type, Schema);

    public bool IsDeprecated => Field.DeprecationReason is not null;

    public string? DeprecationReason => Field.DeprecationReason;
}

/// <summary>Section 4.2.4, <c>__InputValue</c>.</summary>
internal sealed record InputValueRow(InputValueDefinition Input, Schema Schema)
{
    public string Name => Input.Name;

    public string? Description => Input.Description;

    public TypeRow Type => new(Input.Type, Schema);

    public string? DefaultValue => Input.DefaultValue is { } value ? Printer.Print(value) : null;

    public bool IsDeprecated => Input.DeprecationReason is not null;

    public string? DeprecationReason => Input.DeprecationReason;
}

/// <summary>Section 4.2.5, <c>__EnumValue</c>.</summary>
internal sealed record EnumValueRow(EnumValueDefinition Value)
{
    public string Name => Value.Name;

    public string? Description => Value.Description;

    public bool IsDeprecated => Value.DeprecationReason is not null;

    public string? DeprecationReason => Value.DeprecationReason;
}

/// <summary>Section 4.2.6, <c>__Directive</c>.</summary>
internal sealed record DirectiveRow(DirectiveDefinition Directive, Schema Schema)
{
    public string Name => Directive.Name;

    public string? Description => Directive.Description;

    public bool IsRepeatable => Directive.IsRepeatable;

    public IReadOnlyList<string> Locations => Directive.Locations;
}
