using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// The objects a field leads to: element → row, and the rows parted by concrete type where the field's type is an interface or union
/// (section 6.4.3 ResolveAbstractType).
/// </summary>
internal sealed class ChildRows
{
    private readonly int[]? rowOf;
    private int[]? groupOf;
    private int[]? rowInGroup;
    private (int[] First, int[] Next)? elementsOfRow;

    private ChildRows(int[]? rowOf) => this.rowOf = rowOf;

    /// <summary>One for each concrete type that occurs; none when there are no rows.</summary>
    public ObjectGroup[] Groups { get; private set; } = [];

    public static ChildRows Part(FieldResult field, ResolvedField resolved)
    {
        var children = new ChildRows(resolved.RowOf);
        var rows = resolved.Rows!;
        if (rows.Count == 0) return children;
        if (field.Selection.Definition.Type.Named is ObjectType type)
            children.Groups = [new ObjectGroup(field.Selection.Selections[type], rows, field)];
        else
            children.PartByType(field, rows);
        return children;
    }

    /// <summary>True when element i is row i.</summary>
    public bool IsInOrder => rowOf is null;

    /// <summary>Rows of the resolved row set, whatever their type.</summary>
    public int RowCount => groupOf?.Length ?? (Groups.Length == 0 ? 0 : Groups[0].Rows.Count);

    /// <summary>The row of an element; -1 where the element is null.</summary>
    public int Row(int element) => rowOf is null ? element : rowOf[element];

    public bool IsNull(int element)
    {
        var row = Row(element);
        return row < 0 || IsRowDead(row);
    }

    /// <summary>The element has an object, which a null below made null.</summary>
    public bool IsDead(int element)
    {
        var row = Row(element);
        return row >= 0 && IsRowDead(row);
    }

    /// <summary>The object of an element that is not null.</summary>
    public (ObjectGroup Group, int Row) At(int element)
    {
        var row = Row(element);
        return groupOf is null ? (Groups[0], row) : (Groups[groupOf[row]], rowInGroup![row]);
    }

    /// <summary>All elements that lead to a row of the resolved row set: several where objects are shared.</summary>
    public IEnumerable<int> ElementsOf(int row, int elements)
    {
        if (rowOf is null)
        {
            if (row < elements) yield return row;
            yield break;
        }
        var (first, next) = elementsOfRow ??= Invert(rowOf, elements);
        if (row >= first.Length) yield break;
        for (var element = first[row]; element >= 0; element = next[element]) yield return element;
    }


    private bool IsRowDead(int row) =>
        groupOf is null ? Groups[0].IsDead(row) : Groups[groupOf[row]].IsDead(rowInGroup![row]);

    private void PartByType(FieldResult field, RowSet rows)
    {
        var byType = new Dictionary<ObjectType, (int Group, List<int> Rows)>();
        groupOf = new int[rows.Count];
        rowInGroup = new int[rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            var type = rows.TypeOf(row);
            if (!field.Selection.Selections.ContainsKey(type))
                throw new InvalidOperationException($"{type.Name} is no possible type of {field.Selection.Definition.Coordinate}.");
            if (!byType.TryGetValue(type, out var part)) byType[type] = part = (byType.Count, []);
            groupOf[row] = part.Group;
            rowInGroup[row] = part.Rows.Count;
            part.Rows.Add(row);
        }
        Groups = byType.Select(part => Group(field, rows, part.Key, part.Value.Rows)).ToArray();
    }

    private static ObjectGroup Group(FieldResult field, RowSet rows, ObjectType type, List<int> chosen)
    {
        var picked = chosen.ToArray();
        return new ObjectGroup(field.Selection.Selections[type], rows.Pick(picked, type), field, picked);
    }

    private static (int[] First, int[] Next) Invert(int[] rowOf, int elements)
    {
        var first = new int[rowOf.Length == 0 ? 0 : rowOf.Max() + 1];
        var next = new int[elements];
        Array.Fill(first, -1);
        for (var element = elements - 1; element >= 0; element--)
        {
            var row = rowOf[element];
            if (row < 0) continue;
            next[element] = first[row];
            first[row] = element;
        }
        return (first, next);
    }
}
