namespace DataHub.GraphQL.Execution;

/// <summary>All rows of one concrete object type at one place of the plan, with the results of the fields asked of them.</summary>
internal sealed class ObjectGroup
{
    private const int Alive = -1;
    private int[]? killers;

    public ObjectGroup(SelectionPlan plan, RowSet rows, FieldResult? origin = null, int[]? originRows = null)
        : this(plan, rows, plan.Deferral?.Prompt, origin?.Group.Wave ?? 0)
    {
        (Origin, OriginRows) = (origin, originRows);
        if (plan.Deferral is { } deferral) Parts = PartsOf(deferral);
    }

    /// <summary>Some fields of the rows, or all when <paramref name="chosen"/> is null, delivered by themselves.</summary>
    public ObjectGroup(SelectionPlan plan, RowSet rows, int[]? chosen, int wave)
    {
        (Plan, Rows, Wave) = (plan, rows, wave);
        Fields = new FieldResult[chosen?.Length ?? plan.Fields.Count];
        for (var i = 0; i < Fields.Length; i++) Fields[i] = new FieldResult(this, i, plan.Fields[chosen?[i] ?? i]);
    }

    private ObjectGroup(FieldResult list, ResolvedField rest)
    {
        (Plan, Rows, Wave) = (list.Group.Plan, list.Group.Rows, list.Group.Wave + 1);
        Fields = [new FieldResult(this, 0, list.Selection) { Given = rest }];
    }

    public SelectionPlan Plan { get; }

    /// <summary>The delivery that brings these fields; 0 is the first.</summary>
    public int Wave { get; }

    /// <summary>The rows' fields that are delivered later, as the plan parts them.</summary>
    public IReadOnlyList<ObjectGroup> Parts { get; } = [];

    public Types.ObjectType Type => Plan.Type;

    public RowSet Rows { get; }

    /// <summary>In response order.</summary>
    public FieldResult[] Fields { get; }

    /// <summary>The field whose value these rows are; null for the root of a delivery.</summary>
    public FieldResult? Origin { get; }

    /// <summary>Row here → row of the origin's row set, where that set was parted by type; null means they are the same.</summary>
    public int[]? OriginRows { get; }

    /// <summary>How often the rows stand in the answer; set when its cost is computed.</summary>
    public Cost.Places Places { get; set; }

    /// <summary>The later items of a list field: a group of its one field, delivered after the list itself.</summary>
    public static ObjectGroup OfRest(FieldResult list, ResolvedField rest) => new(list, rest);

    /// <summary>True when a null in a non-null field made the whole object null (section 6.4.4).</summary>
    public bool IsDead(int row) => killers is not null && killers[row] != Alive;

    /// <summary>True when the object lives, or became null because of that field.</summary>
    public bool LetsThrough(int row, int field) => !IsDead(row) || killers![row] == field;

    /// <summary>Makes the object null because of a field; the first field to do so is the one that is reported.</summary>
    public void Kill(int row, int field)
    {
        if (killers is null) Array.Fill(killers = new int[Rows.Count], Alive);
        if (killers[row] == Alive) killers[row] = field;
    }

    // Apart from the constructor, which would make the closure for every group.
    private ObjectGroup[] PartsOf(Deferral deferral) =>
        [.. deferral.Parts.Select(p => new ObjectGroup(Plan, Rows, p.Fields, Wave + p.Depth - deferral.Depth))];
}
