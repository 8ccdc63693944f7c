using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// How the fields of a filter input become conditions. <c>and</c>, <c>or</c> and <c>not</c> are understood everywhere. Conditions are
/// two-valued: what is not known to hold does not hold, and <c>not</c> of it does.
/// </summary>
public sealed class FilterMap
{
    private const int MostAlternatives = 20;
    private readonly Dictionary<string, FieldFilter> fields = new(StringComparer.Ordinal);

    /// <summary>Operations on a text column.</summary>
    public FilterMap Text(string field, string column) =>
        Add(field, new ValueFilter(row => Fragment.Of($"{row}.{new Identifier(column)}"), typeof(string)));

    /// <summary>Any condition of its own; given the field's value (never null), the alias of the row and the request.</summary>
    public FilterMap Add(string field, Func<object, Identifier, HubRequest, Fragment> condition) => Add(field, new OwnFilter(condition));

    /// <summary>Names of the fields that are understood, for the binding check.</summary>
    public IEnumerable<string> FieldNames => fields.Keys.Concat(["and", "or", "not"]);

    /// <summary>A condition that always holds.</summary>
    public static Fragment True { get; } = Fragment.Of($"true");

    /// <summary>The condition of an input. A field given as null is as if left out.</summary>
    public Fragment Condition(InputObject where, Identifier row, HubRequest request) => Condition(where, row, new FilterScope(request));

    internal FilterMap Add(string field, FieldFilter filter)
    {
        fields.Add(field, filter);
        return this;
    }

    internal Fragment Condition(InputObject where, Identifier row, FilterScope scope) =>
        All([.. Given(where).Select(entry => Condition(entry.Key, entry.Value!, row, scope)).Where(c => c != True)]);

    internal Fragment Condition(string field, object value, Identifier row, FilterScope scope) => field switch
    {
        "and" => All([.. Inputs(field, value).Select(i => Condition(i, row, scope)).Where(c => c != True)]),
        "or" => Any([.. Inputs(field, value).Select(i => Condition(i, row, scope))]),
        "not" => Fragment.Of($"not coalesce({Condition((InputObject)value, row, scope)}, false)"),
        _ => fields[field].Condition(value, row, scope),
    };

    /// <summary>Whether the condition holds where there is no row, all fields being null.</summary>
    internal bool HoldsForNothing(InputObject where) => Given(where).All(entry => HoldsForNothing(entry.Key, entry.Value!));

    /// <summary>Fields that were given, and not as null.</summary>
    internal static IEnumerable<KeyValuePair<string, object?>> Given(InputObject input) => input.Where(entry => entry.Value is not null);

    internal bool HoldsForNothing(string field, object value) => field switch
    {
        "and" => Inputs(field, value).All(HoldsForNothing),
        "or" => Inputs(field, value).Any(HoldsForNothing),
        "not" => !HoldsForNothing((InputObject)value),
        _ => fields[field].HoldsForNothing(value),
    };

    /// <summary>Conditions that all hold; <see cref="True"/> for none.</summary>
    internal static Fragment All(IReadOnlyList<Fragment> conditions) => conditions switch
    {
        [] => True,
        [var only] => only,
        _ => Fragment.Of($"({Fragment.Join(" and ", conditions)})"),
    };

    internal static GraphQLException TooMany(string field, int most) =>
        new(new GraphQLError($"The list \"{field}\" of a filter is too long: it may have {most} entries.", ErrorCodes.Variables));

    private static Fragment Any(IReadOnlyList<Fragment> conditions) =>
        conditions.Count == 0 ? Fragment.Of($"false") : Fragment.Of($"({Fragment.Join(" or ", conditions)})");

    private static InputObject[] Inputs(string field, object value)
    {
        var inputs = (object?[])value;
        if (inputs.Length > MostAlternatives) throw TooMany(field, MostAlternatives);
        return Array.ConvertAll(inputs, i => (InputObject)i!);
    }
}
