namespace DataHub.Planning;

/// <summary>How a statement finds its rows.</summary>
public enum Strategy
{
    /// <summary>By keys that the request gives.</summary>
    LookUp,

    /// <summary>One page of a list.</summary>
    Page,

    /// <summary>One page for each parent of a level, whose keys were read before.</summary>
    PagePerParent,

    /// <summary>Below a look-up of one row, in its round trip: a query for the parents' keys stands in their place.</summary>
    Folded,
}
