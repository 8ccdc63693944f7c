using System.Runtime.CompilerServices;
using DataHub.Access;
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
    private static readonly ConditionalWeakTable<InputValueDefinition, string> Told = [];

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
        foreach (var input in part.Types.OfType<InputObjectType>())
        {
            if (AccessRules.TypeToldOf(input) is not { } name || whole.Type(name) is not FieldsType type) continue;
            foreach (var condition in input.Fields)
                if (type.Field(condition.Name) is { } told && Is(told, type)) Told.AddOrUpdate(condition, told.Coordinate);
        }
    }

    /// <summary>
    /// Coordinate of the personal field that a condition or an order tells of: who may ask which businesses belong to somebody of that name
    /// has the name. Null for others.
    /// </summary>
    internal static string? ToldBy(InputValueDefinition condition) => Told.TryGetValue(condition, out var coordinate) ? coordinate : null;

    /// <summary>True for types of which every row is about somebody, whatever is asked of it.</summary>
    internal static bool TellsOfPersons(string type) => Persons.Contains(type);
}
