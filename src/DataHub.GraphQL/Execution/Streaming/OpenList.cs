namespace DataHub.GraphQL.Execution;

/// <summary>
/// A list at the root, or right below a root field, whose first items are among the answer's groups and whose others follow.
/// </summary>
internal sealed class OpenList
{
    public OpenList(FieldResult field, ListChunks rest)
    {
        var isNearRoot = field.Group.Origin is null or { Layers.Count: 0, Group.Origin: null };
        if (field.Layers.Count != 1 || field.Group.Rows.Count != 1 || !isNearRoot)
            throw new InvalidOperationException($"{field.Selection.Definition.Coordinate} is no single list near the root.");
        (Field, Rest, Items) = (field, rest, field.Layers[0].Starts[1]);
    }

    public FieldResult Field { get; }

    public ListChunks Rest { get; }

    /// <summary>Items written so far.</summary>
    public int Items { get; set; }

    /// <summary>Bytes of the answer's beginning before the place of further items; -1 when the list is not in the answer.</summary>
    public long At { get; set; } = -1;

    /// <summary>From the root of the response to the object that the list stands in.</summary>
    public object[] Above => Field.Group.Origin is { } parent ? [parent.Selection.ResponseKey] : [];

    /// <summary>
    /// The path of an error from the root; <paramref name="path"/> begins with the list and counts from <see cref="Items"/>.
    /// </summary>
    public object[] Placed(IReadOnlyList<object> path) =>
        path.Count < 2 ? [.. Above, .. path] : [.. Above, path[0], (int)path[1] + Items, .. path.Skip(2)];
}
