using System.Globalization;
using System.Text.RegularExpressions;
using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;
using DataHub.Tests.Differential.Rows;

namespace DataHub.Tests.Differential.Naive;

/// <summary>Answers a planned operation from rows in memory: what the contract says, in the plainest way, however slow.</summary>
internal sealed partial class NaiveEvaluator(World world, NaiveTypes types, CursorBook cursors, NaiveAsker asker)
{
    private const int LongestList = 100;
    private readonly Caller caller = asker.Caller;
    private readonly NaiveFilter filter = new(asker.Caller);

    /// <summary>The data of the answer; throws <see cref="RefusedException"/> when there must be none.</summary>
    public ExpectedObject Answer(OperationPlan plan)
    {
        var roots = new NaiveRoots(world, types, this, caller);
        return Members(plan.Root, roots.Answer);
    }

    public static ExpectedObject Members(SelectionPlan selection, Func<FieldSelection, object?> answer) => new(
        [.. selection.Fields.Select(field => (field.ResponseKey, field.Definition.Name == "__typename" ? selection.Type.Name : answer(field)))]);

    /// <summary>A row as what is asked of it.</summary>
    public ExpectedObject Object(NaiveType type, object row, SelectionPlan selection) => Members(selection, field => type.Field(field.Definition.Name) switch
    {
        ValueField fact => Leaf(field.Definition.Type, asker.Sight.Seen(field.Definition, row, fact.Read(row))),
        OneField one => one.Find(row) is { } other ? Object(one.Target, other, field.Selection) : null,
        ManyField many when IsConnection(field) => Connection(field, many.Target, many.Find(row), many.Order),
        ManyField many => List(field, many.Target, many.Find(row), many.Order),
        _ => throw new NotSupportedException($"Nothing is known of {field.Definition.Coordinate}."),
    });

    /// <summary>A plain list: the first hundred rows that the caller may see.</summary>
    public ExpectedList List(FieldSelection field, NaiveType type, IEnumerable<object> rows, IReadOnlyList<NaiveKey> order) => new(
    [
        .. rows.Where(r => type.IsVisible(caller, r)).Order(NaiveOrder.Of(field, type, order)).Take(LongestList)
            .Select(r => Object(type, r, field.Selection)),
    ]);

    /// <summary>A page over the rows that the caller may see and that meet the conditions.</summary>
    public ExpectedObject Connection(FieldSelection field, NaiveType type, IEnumerable<object> rows, IReadOnlyList<NaiveKey> ownOrder)
    {
        var order = NaiveOrder.Of(field, type, ownOrder);
        var where = field.Argument<InputObject>("where");
        var list = rows.Where(r => type.IsVisible(caller, r) && (where is null || filter.Holds(where, type, r))).Order(order).ToList();
        var page = NaivePage.Of(list, order, field, cursors);
        return Members(field.Selection, member => member.Definition.Name switch
        {
            "nodes" => new ExpectedList([.. page.Rows.Select(r => Object(type, r, member.Selection))]),
            "edges" => new ExpectedList([.. page.Rows.Select(r => Members(
                member.Selection, part => part.Definition.Name == "node" ? Object(type, r, part.Selection) : new ExpectedCursor(order.Name, r)))]),
            "pageInfo" => PageInfo(page, order, member.Selection),
            "totalCount" => list.Count,
            _ => Leaf(member.Definition.Type, Aggregate(member.Definition.Name, type, list)),
        });
    }

    private static ExpectedObject PageInfo(NaivePage page, NaiveOrder order, SelectionPlan selection) => Members(selection, member => member.Definition.Name switch
    {
        "hasNextPage" => page.HasNext is { } next ? next : new ExpectedOneOf(true, false),
        "hasPreviousPage" => page.HasPrevious is { } previous ? previous : new ExpectedOneOf(true, false),
        "startCursor" => page.Rows.Count == 0 ? null : new ExpectedCursor(order.Name, page.Rows[0]),
        "endCursor" => page.Rows.Count == 0 ? null : new ExpectedCursor(order.Name, page.Rows[^1]),
        _ => throw new NotSupportedException($"Nothing is known of {member.Definition.Coordinate}."),
    });

    // sumPlafon, maxAkadOn: over the rows of the whole list of which the field is known; null when it is known of none.
    private static object? Aggregate(string name, NaiveType type, List<object> rows)
    {
        var parts = AggregateName().Match(name);
        if (!parts.Success || type.Field(char.ToLowerInvariant(parts.Groups[2].Value[0]) + parts.Groups[2].Value[1..]) is not ValueField fact)
            throw new NotSupportedException($"Nothing is known of {name} over {type.Name}.");
        var known = rows.Select(fact.Read).Where(value => value is not null).ToList();
        if (known.Count == 0) return null;
        return parts.Groups[1].Value switch
        {
            "sum" => known.Sum(value => Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
            "min" => known.Order(Comparer<object?>.Create(NaiveOrder.Values)).First(),
            _ => known.Order(Comparer<object?>.Create(NaiveOrder.Values)).Last(),
        };
    }

    [GeneratedRegex("^(sum|min|max)([A-Z].*)$")]
    private static partial Regex AggregateName();

    private static bool IsConnection(FieldSelection field) => field.Definition.Type.Named.Name.EndsWith("Connection", StringComparison.Ordinal);

    /// <summary>A value as JSON has it.</summary>
    public static object? Leaf(GraphQLType type, object? value) => (type.Named.Name, value) switch
    {
        (_, null) => null,
        (_, IReadOnlyList<string> texts) => new ExpectedList([.. texts]),
        ("Rupiah", decimal amount) => amount.ToString("0.##", CultureInfo.InvariantCulture),
        ("Int", decimal whole) => (long)whole,
        ("Float", decimal number) => (double)number,
        (_, DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        // Western Indonesia Time.
        (_, DateTime time) => time.AddHours(7).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) + "+07:00",
        _ => value,
    };
}
