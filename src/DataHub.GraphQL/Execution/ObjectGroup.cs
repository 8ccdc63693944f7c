namespace DataHub.GraphQL.Execution;

/// <summary>All rows of one concrete object type at one place of the plan, with the results of the fields asked of them.</summary>
internal sealed class ObjectGroup
{
    private const int Alive = -1;
    private int[]? killers;

    public ObjectGroup(SelectionPlan plan, RowSet rows, FieldResult? origin = null, int[]? originRows = null)
    {
        (Rows, Origin, OriginRows) = (rows, origin, originRows);
        Type = plan.Type;
        Fields = new FieldResult[plan.Fields.Count];
        for (var i = 0; i < Fields.Length; i++) Fields[i] = new FieldResult(this, i, plan.Fields[i]);
    }

    public Types.ObjectType Type { get; }

    public RowSet Rows { get; }

    /// <summary>In response order.</summary>
    public FieldResult[] Fields { get; }

    /// <summary>The field whose value these rows are; null for the root.</summary>
    public FieldResult? Origin { get; }

    /// <summary>Row here → row of the origin's row set, where that set was parted by type; null means they are the same.</summary>
    public int[]? OriginRows { get; }

    /// <summary>How often the rows stand in the answer; set when its cost is computed.</summary>
    public Cost.Places Places { get; set; }

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
}
