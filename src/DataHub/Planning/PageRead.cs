using System.Collections.ObjectModel;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>Pages that were asked for: their results, once they are there, and how they are put to their parents.</summary>
internal sealed class PageRead(HubRequest request, ListOrder order, PageRequest page)
{
    private Task first = Task.CompletedTask;
    private Task second = Task.CompletedTask;

    /// <summary>What the rows hold; null when none were asked for.</summary>
    public Fetch? Fetch { get; init; }

    public RowStore? Rows { get; set; }

    /// <summary>The column that says whose child a row is; null: all belong to one parent.</summary>
    public int? RowsKey { get; set; }

    /// <summary>What is asked of whole lists.</summary>
    public IReadOnlyList<Aggregate> Figures { get; set; } = [];

    /// <summary>One row of figures for each list; null when none are asked for.</summary>
    public RowStore? Totals { get; set; }

    /// <inheritdoc cref="RowsKey"/>
    public int? TotalsKey { get; set; }

    /// <summary>Completes when all is there.</summary>
    public Task Done => second.IsCompleted ? first : Task.WhenAll(first, second);

    public void Asked(Task query) => (first, second) = (query, first);

    /// <summary>One connection a parent.</summary>
    public ResolvedField ToConnection(ParentKeys parents) =>
        ResolvedField.One(new ConnectionRows(parents.Pages, Rows is null ? null : Cut(parents), FiguresOf(parents)), parents.PageOf);

    /// <summary>One list a parent.</summary>
    public ResolvedField ToList(ParentKeys parents)
    {
        Fetch!.Found(Rows!.Count);
        var runs = ChildRuns.Of(Rows, RowsKey, parents);
        var lists = parents.PageOf?.Length ?? parents.Pages;
        var starts = new int[lists + 1];
        for (var i = 0; i < lists; i++) starts[i + 1] = starts[i] + runs[parents.PageOf?[i] ?? i].Count;
        var rowOf = new int[starts[^1]];
        for (var i = 0; i < lists; i++)
            for (var n = starts[i]; n < starts[i + 1]; n++) rowOf[n] = runs[parents.PageOf?[i] ?? i].Start + n - starts[i];
        request.Look.Add(Fetch.Shape.Subjects, Rows, rowOf);
        return ResolvedField.Many(new SqlRowSet(Rows, Fetch.Shape.Root, request), starts, rowOf);
    }

    // Each page was asked with one row more than wanted: that row only tells that more follow.
    public PagedRows Cut(ParentKeys parents)
    {
        Fetch!.Found(Rows!.Count);
        var runs = ChildRuns.Of(Rows, RowsKey, parents);
        var starts = new int[runs.Length + 1];
        for (var p = 0; p < runs.Length; p++) starts[p + 1] = starts[p] + Math.Min(runs[p].Count, page.Size);
        var rowOf = new int[starts[^1]];
        bool[] more = new bool[runs.Length], other = new bool[runs.Length];
        for (var p = 0; p < runs.Length; p++)
        {
            var kept = starts[p + 1] - starts[p];
            for (var i = 0; i < kept; i++) rowOf[starts[p] + i] = runs[p].Start + (page.Backwards ? kept - 1 - i : i);
            // The row of a cursor at the far end lies behind the page, whatever the page holds.
            more[p] = runs[p].Count > page.Size || (page.Backwards ? page.After : page.Before) is not null;
            other[p] = (page.Backwards ? page.Before : page.After) is not null;
        }
        request.Look.Add(Fetch.Shape.Subjects, Rows, rowOf);
        var (next, previous) = page.Backwards ? (other, more) : (more, other);
        return new PagedRows(new SqlRowSet(Rows, Fetch.Shape.Root, request), starts, rowOf, next, previous, CursorOf);
    }

    private string CursorOf(int row) =>
        order.Cursor(request.Hub.Cursors, Array.ConvertAll(Fetch!.KeyOrdinals, ordinal => SortText.Write(Rows![ordinal], row)));

    /// <summary>What is asked of the whole lists, by field; one value a page.</summary>
    public IReadOnlyDictionary<string, Column> FiguresOf(ParentKeys parents)
    {
        if (Totals is null) return ReadOnlyDictionary<string, Column>.Empty;
        var figures = new Dictionary<string, Column>(StringComparer.Ordinal);
        var runs = ChildRuns.Of(Totals, TotalsKey, parents);
        for (var i = 0; i < Figures.Count; i++) figures.Add(Figures[i].Field, Figures[i].Read(Totals[i], runs));
        return figures;
    }
}
