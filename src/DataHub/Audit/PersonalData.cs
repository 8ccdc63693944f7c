using System.Runtime.CompilerServices;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Audit;

/// <summary>Which fields are personal data, as the contract says: those with @sensitive, persons, and all that is told of a person.</summary>
public static class PersonalData
{
    private const string Person = "Person";
    private static readonly ConditionalWeakTable<FieldDefinition, object> Known = [];

    /// <summary>True when a value of the field is personal data.</summary>
    /// <param name="field">The field.</param>
    /// <param name="parent">The type that it is asked of.</param>
    public static bool Is(FieldDefinition field, ObjectType parent) =>
        field.Type.Named.Name == Person
        || (parent.Name == Person && !field.Name.StartsWith("__", StringComparison.Ordinal))
        || (bool)Known.GetValue(field, static f => f.Directives.Any(d => d.Name == "sensitive"));

    /// <summary>True when anything personal is asked at this place itself, not below it.</summary>
    internal static bool IsAskedOf(SelectionPlan selection)
    {
        foreach (var field in selection.Fields)
            if (Is(field.Definition, selection.Type)) return true;
        return false;
    }
}
