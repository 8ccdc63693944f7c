using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.Access;

/// <summary>
/// The contract's @access and @sensitive directives as rules. A field without an @access of its own has that of its type; a type without
/// one is open to whoever reached it. Fields are known by their coordinates, so that the rules hold for every view of the contract.
/// </summary>
public sealed class AccessRules
{
    private static readonly string[] TellingInputs = ["FilterInput", "SortInput"];
    private readonly Dictionary<string, Rule> fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Form> forms = new(StringComparer.Ordinal);

    private sealed record Rule(IReadOnlySet<string> Scopes, IReadOnlySet<string> Purposes, bool Consent)
    {
        public bool Allows(IReadOnlySet<string> scopes, string purpose) => Purposes.Contains(purpose) && Scopes.Overlaps(scopes);
    }

    /// <summary>Form for those who hold none of the scopes.</summary>
    private sealed record Form(Redaction Redaction, IReadOnlySet<string> Full);

    /// <param name="schema">The whole contract.</param>
    public AccessRules(Schema schema)
    {
        foreach (var type in schema.Types.OfType<FieldsType>())
        {
            var own = RuleOf(type.Directives);
            foreach (var field in type.Fields)
            {
                if ((RuleOf(field.Directives) ?? own) is { } rule) fields[field.Coordinate] = rule;
                if (FormOf(field.Directives) is { } form) forms[field.Coordinate] = form;
            }
        }
    }

    /// <summary>How much of the field's values holders of the scopes see for the purpose.</summary>
    public Sight Sees(FieldDefinition field, IReadOnlySet<string> scopes, string purpose)
    {
        var coordinate = field.Coordinate;
        if (fields.TryGetValue(coordinate, out var rule) && !rule.Allows(scopes, purpose)) return Sight.None;
        Redaction? redaction = forms.TryGetValue(coordinate, out var form) && !form.Full.Overlaps(scopes) ? form.Redaction : null;
        return new Sight(true, redaction, rule is { Consent: true } && TakesConsent(purpose));
    }

    /// <summary>What the least is that anybody who may have the field sees of it.</summary>
    public Sight LeastSightOf(FieldDefinition field) => new(
        true, forms.GetValueOrDefault(field.Coordinate)?.Redaction, fields.GetValueOrDefault(field.Coordinate) is { Consent: true });

    // A person needs nobody's consent for what is theirs; stewards keep the data true by the hub's own duty.
    private static bool TakesConsent(string purpose) =>
        ConsumerKinds.ThatAsksFor(purpose).Kind is not (ConsumerKind.Owner or ConsumerKind.Steward);

    /// <summary>
    /// True when the use of a filter or sort input's field is kept from those who may not have the field it tells of: nobody is kept from
    /// that, or the input is named after the field's type.
    /// </summary>
    public bool Guards(InputObjectType input, FieldDefinition told) =>
        (!fields.ContainsKey(told.Coordinate) && !forms.ContainsKey(told.Coordinate)) || TypeToldOf(input) == told.Parent.Name;

    /// <summary>True when nobody may have <paramref name="field"/> who may not have <paramref name="other"/>.</summary>
    public bool IsAsClosed(FieldDefinition field, FieldDefinition other) => !fields.TryGetValue(other.Coordinate, out var rule)
        || (fields.TryGetValue(field.Coordinate, out var own)
            && own.Scopes.IsSubsetOf(rule.Scopes) && own.Purposes.IsSubsetOf(rule.Purposes));

    /// <summary>
    /// Name of the type of which an input tells: a condition or an order on a field tells of the field, so that <c>XFilterInput.name</c>
    /// and <c>XSortInput.name</c> need what <c>X.name</c> needs. Null for other inputs.
    /// </summary>
    internal static string? TypeToldOf(InputObjectType input) =>
        TellingInputs.FirstOrDefault(ending => input.Name.EndsWith(ending, StringComparison.Ordinal)) is { } suffix
            ? input.Name[..^suffix.Length]
            : null;

    private static Rule? RuleOf(IReadOnlyList<AppliedDirective> directives) =>
        directives.FirstOrDefault(d => d.Name == "access") is { } access
            ? new Rule(Names(access, "scopes"), Names(access, "purposes"), access.Argument("consent") is BooleanValueNode { Value: true })
            : null;

    // Without "full", all who may have the field see it as it is.
    private static Form? FormOf(IReadOnlyList<AppliedDirective> directives)
    {
        if (directives.FirstOrDefault(d => d.Name == "sensitive") is not { } sensitive || sensitive.Argument("full") is null) return null;
        var form = sensitive.Argument("redact") is EnumValueNode named
            ? Enum.Parse<Redaction>(named.Value, ignoreCase: true)
            : Redaction.Hide;
        return new Form(form, Names(sensitive, "full"));
    }

    private static HashSet<string> Names(AppliedDirective directive, string argument) => directive.Argument(argument) switch
    {
        ListValueNode list => list.Values.OfType<EnumValueNode>().Select(v => v.Value).ToHashSet(StringComparer.Ordinal),
        EnumValueNode single => [single.Value],
        _ => [],
    };
}
