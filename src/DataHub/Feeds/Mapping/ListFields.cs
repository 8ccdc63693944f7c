namespace DataHub.Feeds.Mapping;

/// <summary>Fields of the feed DAFTAR that a load fills by itself.</summary>
internal static class ListFields
{
    /// <summary>The list's name.</summary>
    public const string List = "daftar";
}
