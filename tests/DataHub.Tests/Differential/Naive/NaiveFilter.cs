using DataHub.Access;
using DataHub.GraphQL.Execution;

namespace DataHub.Tests.Differential.Naive;

/// <summary>
/// Whether a row meets a filter input. A condition holds or does not: what is not known to hold does not hold, and <c>not</c> of it does.
/// All facts of a row that is not there are null, and it has no children.
/// </summary>
internal sealed class NaiveFilter(Caller caller)
{
    public bool Holds(InputObject where, NaiveType type, object? row) =>
        where.Where(entry => entry.Value is not null).All(entry => Holds(entry.Key, entry.Value!, type, row));

    private bool Holds(string name, object value, NaiveType type, object? row) => name switch
    {
        "and" => ((object?[])value).All(inner => Holds((InputObject)inner!, type, row)),
        "or" => ((object?[])value).Any(inner => Holds((InputObject)inner!, type, row)),
        "not" => !Holds((InputObject)value, type, row),
        _ => type.Field(name) switch
        {
            ValueField fact => Meets(value, row is null ? null : fact.Read(row)),
            OneField one => Holds((InputObject)value, one.Target, row is null ? null : one.Find(row)),
            ManyField many => Quantifies((InputObject)value, many.Target, row is null ? [] : Visible(many, row)),
            _ => throw new NotSupportedException($"Nothing is known of a filter by {type.Name}.{name}."),
        },
    };

    private List<object> Visible(ManyField many, object row) => many.Find(row).Where(r => many.Target.IsVisible(caller, r)).ToList();

    private bool Quantifies(InputObject conditions, NaiveType type, List<object> rows) =>
        conditions.Where(entry => entry.Value is not null).All(entry => entry.Key switch
        {
            "any" => rows.Count > 0 == (bool)entry.Value!,
            "some" => rows.Any(r => Holds((InputObject)entry.Value!, type, r)),
            "none" => !rows.Any(r => Holds((InputObject)entry.Value!, type, r)),
            "all" => rows.All(r => Holds((InputObject)entry.Value!, type, r)),
            _ => throw new NotSupportedException($"Nothing is known of lists' \"{entry.Key}\"."),
        });

    // A bare value is compared as it is.
    private static bool Meets(object condition, object? fact) =>
        condition is InputObject operations ? operations.All(entry => Meets(entry.Key, entry.Value, fact)) : Equals(condition, fact);

    private static bool Meets(string operation, object? operand, object? fact) => (operation, operand) switch
    {
        ("eq", null) => fact is null,
        ("neq", null) => fact is not null,
        (_, null) => true,
        ("eq", _) => fact is not null && Compared(fact, operand) == 0,
        ("neq", _) => fact is null || Compared(fact, operand) != 0,
        ("in", object?[] items) => fact is not null && items.Any(item => item is not null && Compared(fact, item) == 0),
        ("nin", object?[] items) => fact is null || !items.Any(item => item is not null && Compared(fact, item) == 0),
        ("contains", string part) => fact is string text && text.ToLowerInvariant().Contains(part.ToLowerInvariant(), StringComparison.Ordinal),
        ("startsWith", string part) => fact is string text && text.StartsWith(part, StringComparison.Ordinal),
        ("gt", _) => fact is not null && Compared(fact, operand) > 0,
        ("gte", _) => fact is not null && Compared(fact, operand) >= 0,
        ("lt", _) => fact is not null && Compared(fact, operand) < 0,
        ("lte", _) => fact is not null && Compared(fact, operand) <= 0,
        _ => throw new NotSupportedException($"Nothing is known of the operation \"{operation}\"."),
    };

    private static int Compared(object fact, object operand) => NaiveOrder.Values(
        fact is int whole && operand is not int ? (object)Convert.ChangeType(whole, operand.GetType(), System.Globalization.CultureInfo.InvariantCulture) : fact,
        operand);
}
