using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Types.Building;

/// <summary>Small questions about type references.</summary>
internal static class TypeText
{
    /// <summary>The name below list and non-null.</summary>
    public static NameNode NameOf(TypeNode type) => type switch
    {
        ListTypeNode list => NameOf(list.Type),
        NonNullTypeNode nonNull => NameOf(nonNull.Type),
        _ => ((NamedTypeNode)type).Name,
    };

    /// <summary>As in SDL, <c>[Business!]!</c>.</summary>
    public static string Of(TypeNode type) => Printer.Print(type);

    /// <summary>Section 5.4.3: non-null and without a default.</summary>
    public static bool IsRequired(InputValueDefinitionNode input) => input is { Type: NonNullTypeNode, DefaultValue: null };
}
