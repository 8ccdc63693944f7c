namespace DataHub.GraphQL.Types;

/// <summary>A type as a field, argument or variable names it: a named type, perhaps wrapped. Section 3.4.1 Wrapping Types.</summary>
public abstract class GraphQLType
{
    /// <summary>The type without list and non-null wrappers.</summary>
    public abstract NamedType Named { get; }

    /// <summary>True for <c>Type!</c>.</summary>
    public bool IsNonNull => this is NonNullType;

    /// <summary>The type without its outermost non-null wrapper.</summary>
    public GraphQLType Nullable => this is NonNullType n ? n.Of : this;

    /// <summary>Section 3.4.2 IsInputType.</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Section 3.4.2 IsOutputType.</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>As written in SDL, <c>[Business!]!</c>.</summary>
    public abstract override string ToString();
}

/// <summary><c>[Of]</c>.</summary>
public sealed class ListType(GraphQLType of) : GraphQLType
{
    public GraphQLType Of { get; } = of;

    public override NamedType Named => Of.Named;

    public override string ToString() => $"[{Of}]";
}

/// <summary><c>Of!</c>; <see cref="Of"/> is never non-null itself.</summary>
public sealed class NonNullType(GraphQLType of) : GraphQLType
{
    public GraphQLType Of { get; } = of;

    public override NamedType Named => Of.Named;

    public override string ToString() => $"{Of}!";
}

/// <summary>A type with a name. Section 3.4.</summary>
public abstract class NamedType(string name) : GraphQLType
{
    public string Name { get; } = name;

    /// <summary>Null when the SDL gives none.</summary>
    public string? Description { get; init; }

    /// <summary>Directives applied in the SDL, those of extensions behind those of the definition.</summary>
    public IReadOnlyList<AppliedDirective> Directives { get; internal set; } = [];

    /// <summary>True for types the specification itself brings (section 3.5.1–3.5.5, section 4).</summary>
    public bool IsBuiltIn { get; init; }

    public override NamedType Named => this;

    public override string ToString() => Name;
}
