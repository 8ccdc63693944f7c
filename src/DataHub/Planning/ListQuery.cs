using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>Reads plain lists: at most 100 rows for each parent.</summary>
internal static class ListQuery
{
    // A page asks for one row more than its size.
    private static readonly PageRequest Whole = new(PageRequest.LargestSize - 1, Backwards: false, After: null, Before: null);

    public static PageQuery Of(HubRequest request, ChildrenField children) =>
        new(request, children.Target(), children.TargetOrder, Whole);

    public static async ValueTask<ResolvedField> ReadAsync(HubRequest request, ChildrenField children, FieldSelection field, ParentKeys parents)
    {
        var read = Of(request, children).Start(field, Parents.Known(parents.Keys), children.ForeignKey);
        await read.Done;
        return read.ToList(parents);
    }
}
