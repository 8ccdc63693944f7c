using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types;

/// <summary>Section 3.6: a field of an object or interface.</summary>
public sealed class FieldDefinition(string name, FieldsType parent)
{
    private Dictionary<string, InputValueDefinition> byName = new(StringComparer.Ordinal);
    private IReadOnlyList<InputValueDefinition> arguments = [];

    public string Name { get; } = name;

    public FieldsType Parent { get; } = parent;

    /// <summary>Schema coordinate, <c>Business.loans</c>. https://spec.graphql.org/September2025/#sec-Schema-Coordinates</summary>
    public string Coordinate => $"{Parent.Name}.{Name}";

    public string? Description { get; init; }

    public required GraphQLType Type { get; set; }

    public IReadOnlyList<AppliedDirective> Directives { get; init; } = [];

    /// <summary>Null when the field is not deprecated; else the reason (section 3.13.3).</summary>
    public string? DeprecationReason { get; init; }

    public IReadOnlyList<InputValueDefinition> Arguments
    {
        get => arguments;
        init
        {
            arguments = value;
            foreach (var argument in value) byName.TryAdd(argument.Name, argument);
        }
    }

    /// <summary>Null when the field has no such argument.</summary>
    public InputValueDefinition? Argument(string argumentName) => byName.GetValueOrDefault(argumentName);

    /// <summary>How the field gets its values; null means: the row set of the parent reads it (<see cref="RowSet.Read"/>).</summary>
    public FieldResolver? Resolver { get; set; }

    /// <summary>Where the events of a subscription's root field come from; null for all other fields.</summary>
    public EventSource? Events { get; set; }
}

/// <summary>Section 3.6.1 and 3.10: an argument or a field of an input object.</summary>
public sealed class InputValueDefinition(string name)
{
    public string Name { get; } = name;

    public string? Description { get; init; }

    public required GraphQLType Type { get; set; }

    /// <summary>As written in the SDL; null when there is no default (a default of <c>null</c> is a <see cref="NullValueNode"/>).</summary>
    public ValueNode? DefaultValue { get; init; }

    public IReadOnlyList<AppliedDirective> Directives { get; init; } = [];

    public string? DeprecationReason { get; init; }

    /// <summary>Section 5.4.3: non-null type and no default.</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}

/// <summary>Section 3.9.</summary>
public sealed class EnumValueDefinition(string name)
{
    public string Name { get; } = name;

    public string? Description { get; init; }

    public IReadOnlyList<AppliedDirective> Directives { get; init; } = [];

    public string? DeprecationReason { get; init; }
}

/// <summary>Section 3.13.</summary>
public sealed class DirectiveDefinition(string name)
{
    public string Name { get; } = name;

    public string? Description { get; init; }

    public IReadOnlyList<InputValueDefinition> Arguments { get; init; } = [];

    public bool IsRepeatable { get; init; }

    /// <summary>Names as in the grammar of DirectiveLocation, <c>FIELD_DEFINITION</c>.</summary>
    public IReadOnlyList<string> Locations { get; init; } = [];

    /// <summary>True for @skip, @include, @deprecated, @specifiedBy, @oneOf.</summary>
    public bool IsBuiltIn { get; init; }

    public InputValueDefinition? Argument(string argumentName) => Arguments.FirstOrDefault(a => a.Name == argumentName);
}

/// <summary>A directive as applied in the SDL, arguments as written (defaults not filled in).</summary>
public sealed record AppliedDirective(string Name, IReadOnlyList<ArgumentNode> Arguments)
{
    /// <summary>Null when the argument was not written.</summary>
    public ValueNode? Argument(string argumentName) => Arguments.FirstOrDefault(a => a.Name.Value == argumentName)?.Value;
}
