using System.Runtime.CompilerServices;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Audit;

/// <summary>
/// Which fields are personal data: those with @sensitive in the contract, persons and all that is asked of them, and what is decided on
/// somebody.
/// </summary>
public static class PersonalData
{
    private static readonly HashSet<string> Persons = new(["Person", "SellerVerification"], StringComparer.Ordinal);
    private static readonly HashSet<string> Decisions = new(["KurDecision", "SellerVerification"], StringComparer.Ordinal);
    private static readonly ConditionalWeakTable<FieldDefinition, object> Known = [];

    /// <summary>True when a value of the field is personal data.</summary>
    /// <param name="field">The field.</param>
    /// <param name="parent">The type that it is asked of.</param>
    public static bool Is(FieldDefinition field, FieldsType parent) =>
        IsSensitive(field)
        || field.Type.Named.Name == "Person"
        || Decisions.Contains(field.Type.Named.Name)
        || (parent.Name == "Person" && !field.Name.StartsWith("__", StringComparison.Ordinal));

    /// <summary>True when the contract says so of the field itself.</summary>
    public static bool IsSensitive(FieldDefinition field) => (bool)Known.GetValue(field, static f => f.Directives.Any(d => d.Name == "sensitive"));

    /// <summary>Remembers of a part of the contract, which has no @sensitive itself, what the whole says of its fields.</summary>
    internal static void Carry(Schema part, Schema whole)
    {
        foreach (var field in part.Types.OfType<FieldsType>().SelectMany(type => type.Fields))
        {
            var told = (whole.Type(field.Parent.Name) as FieldsType)?.Field(field.Name);
            Known.AddOrUpdate(field, told is not null && IsSensitive(told));
        }
    }

    /// <summary>True for types of which every row is about somebody, whatever is asked of it.</summary>
    internal static bool TellsOfPersons(string type) => Persons.Contains(type);
}
