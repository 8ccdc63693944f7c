using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Types.Coordinates;

/// <summary>
/// A schema coordinate: names one schema element, in one possible way. https://spec.graphql.org/September2025/#sec-Schema-Coordinates
/// </summary>
public abstract record SchemaCoordinate
{
    private protected SchemaCoordinate() { }

    /// <summary>The coordinate that has one name less; null for types and directives.</summary>
    public abstract SchemaCoordinate? Container { get; }

    /// <summary>
    /// Reads a coordinate. Throws <see cref="GraphQLException"/> (<see cref="ErrorCodes.Syntax"/>) with the place of what does not fit:
    /// the grammar allows no spaces, no commas, no comments and nothing behind.
    /// </summary>
    public static SchemaCoordinate Parse(string text) => new SchemaCoordinateParser(text).Parse();

    /// <summary>
    /// What the coordinate names; null when its last name names nothing. Throws <see cref="GraphQLException"/>
    /// (<see cref="ErrorCodes.Schema"/>) when what contains it is not there or cannot contain such an element.
    /// </summary>
    public SchemaElement? Resolve(Schema schema) => SchemaCoordinateResolver.Resolve(schema, this);

    /// <summary>As written: <c>Query.business(nib:)</c>.</summary>
    public abstract override string ToString();
}

/// <summary>TypeCoordinate, <c>Business</c>.</summary>
public sealed record TypeCoordinate(string Type) : SchemaCoordinate
{
    public override SchemaCoordinate? Container => null;

    public override string ToString() => Type;
}

/// <summary>MemberCoordinate: a field <c>Business.name</c>, an input field, or a value of an enum.</summary>
public sealed record MemberCoordinate(string Type, string Member) : SchemaCoordinate
{
    public override SchemaCoordinate Container => new TypeCoordinate(Type);

    public override string ToString() => $"{Type}.{Member}";
}

/// <summary>ArgumentCoordinate, <c>Query.business(nib:)</c>.</summary>
public sealed record ArgumentCoordinate(string Type, string Field, string Argument) : SchemaCoordinate
{
    public override SchemaCoordinate Container => new MemberCoordinate(Type, Field);

    public override string ToString() => $"{Type}.{Field}({Argument}:)";
}

/// <summary>DirectiveCoordinate, <c>@access</c>; <paramref name="Directive"/> without the at sign.</summary>
public sealed record DirectiveCoordinate(string Directive) : SchemaCoordinate
{
    public override SchemaCoordinate? Container => null;

    public override string ToString() => $"@{Directive}";
}

/// <summary>DirectiveArgumentCoordinate, <c>@access(scopes:)</c>.</summary>
public sealed record DirectiveArgumentCoordinate(string Directive, string Argument) : SchemaCoordinate
{
    public override SchemaCoordinate Container => new DirectiveCoordinate(Directive);

    public override string ToString() => $"@{Directive}({Argument}:)";
}
