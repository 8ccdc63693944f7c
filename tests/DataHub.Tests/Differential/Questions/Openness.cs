using DataHub.Access;
using DataHub.GraphQL.Types;

namespace DataHub.Tests.Differential.Questions;

/// <summary>What callers may ask with.</summary>
internal static class Openness
{
    /// <summary>A condition or an order on a field is open to those who may have the field itself.</summary>
    public static bool Allows(this AccessRules rules, Caller caller, Schema schema, InputObjectType input, string field) =>
        Suffixes.Where(suffix => input.Name.EndsWith(suffix, StringComparison.Ordinal))
            .Select(suffix => (schema.Type(input.Name[..^suffix.Length]) as ObjectType)?.Field(field))
            .All(told => told is null || rules.Allows(caller, told));

    private static readonly string[] Suffixes = ["FilterInput", "SortInput"];
}
