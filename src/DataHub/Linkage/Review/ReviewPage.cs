namespace DataHub.Linkage.Review;

/// <summary>A page of the queue.</summary>
public sealed record ReviewItemConnection(IReadOnlyList<ReviewItemEdge> Edges, ReviewPageInfo PageInfo, int TotalCount)
{
    public IEnumerable<ReviewItem> Nodes => Edges.Select(edge => edge.Node);
}

/// <summary>A pair on a page.</summary>
public sealed record ReviewItemEdge(string Cursor, ReviewItem Node);

/// <summary>Where a page stands.</summary>
public sealed record ReviewPageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
