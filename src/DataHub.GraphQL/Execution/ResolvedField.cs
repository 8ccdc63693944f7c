using System.Collections;
using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// What a field is worth for every row of a level: list layers (outermost first, none for a field that is no list), then either leaf
/// values or rows of the next level. Elements are numbered through: parent row i holds elements Layers[0].Starts[i] until
/// Layers[0].Starts[i + 1]. Without layers element i belongs to parent row i.
/// </summary>
public sealed class ResolvedField
{
    /// <summary>Empty for a field whose type is no list.</summary>
    public IReadOnlyList<ListLayer> Layers { get; init; } = [];

    /// <summary>Leaf values by element; null for a field of object type.</summary>
    public Column? Values { get; init; }

    /// <summary>Rows of the next level; null for a leaf field.</summary>
    public RowSet? Rows { get; init; }

    /// <summary>Element → row of <see cref="Rows"/>, -1 where the element is null. Null means element i is row i.</summary>
    public int[]? RowOf { get; init; }

    /// <summary>Failures of single elements of the outermost level (parent rows): the row's field becomes null with this error.</summary>
    public IReadOnlyList<RowError> Errors { get; init; } = [];

    /// <summary>
    /// What follows the items of the one list given here; null when they are all. Only for lists of which
    /// <see cref="ResolveContext.TakesChunksOf"/> says that the engine takes them so, and only with an item given.
    /// </summary>
    public ListChunks? More { get; init; }

    /// <summary>A leaf field: one value a parent row.</summary>
    public static ResolvedField Leaf(Column values) => new() { Values = values };

    /// <summary>One object (or null, -1) a parent row; <paramref name="rowOf"/> null means parent i has row i.</summary>
    public static ResolvedField One(RowSet rows, int[]? rowOf = null) => new() { Rows = rows, RowOf = rowOf };

    /// <summary>A list of objects a parent row.</summary>
    public static ResolvedField Many(RowSet rows, int[] starts, int[]? rowOf = null) =>
        new() { Layers = [new ListLayer(starts)], Rows = rows, RowOf = rowOf };
}

/// <summary>
/// One level of list: <paramref name="Starts"/> has one entry more than there are lists. <paramref name="Nulls"/> marks lists that
/// are null.
/// </summary>
public sealed record ListLayer(int[] Starts, BitArray? Nulls = null);

/// <summary>A failure at one parent row; the engine adds path and location.</summary>
public readonly record struct RowError(int Row, GraphQLError Error);
