using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.Consent;

/// <summary>What the contract lets persons consent to: fields with <c>@access(consent: true)</c>, and the purposes they are open for.</summary>
public sealed class ConsentTerms
{
    // Persons and stewards need no consent, so none can be given for their purposes.
    private static readonly string[] WithoutConsent = ["SUBJECT_ACCESS", "STEWARDSHIP"];
    private readonly Dictionary<string, HashSet<string>> purposesOf = new(StringComparer.Ordinal);

    /// <param name="contract">The whole contract.</param>
    public ConsentTerms(Schema contract)
    {
        foreach (var type in contract.Types.OfType<ObjectType>())
            foreach (var field in type.Fields)
            {
                var access = field.Directives.Concat(type.Directives).FirstOrDefault(d => d.Name == "access");
                if (access?.Argument("consent") is not BooleanValueNode { Value: true }) continue;
                purposesOf[field.Coordinate] = [.. Words(access.Argument("purposes")).Except(WithoutConsent)];
            }
    }

    /// <summary>Coordinates of the fields.</summary>
    public IReadOnlyCollection<string> Fields => purposesOf.Keys;

    /// <summary>True when some field takes consent for the purpose.</summary>
    public bool Knows(string purpose) => purposesOf.Values.Any(purposes => purposes.Contains(purpose));

    /// <summary>True when the field takes consent for the purpose.</summary>
    public bool Knows(string coordinate, string purpose) => purposesOf.TryGetValue(coordinate, out var purposes) && purposes.Contains(purpose);

    private static IEnumerable<string> Words(ValueNode? value) => value switch
    {
        ListValueNode list => list.Values.OfType<EnumValueNode>().Select(word => word.Value),
        EnumValueNode single => [single.Value],
        _ => [],
    };
}
