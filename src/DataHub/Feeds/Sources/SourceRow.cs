namespace DataHub.Feeds.Sources;

/// <summary>A record of a source.</summary>
/// <param name="Fields">
/// Text of the feed's columns in their order; for what is no text see <see cref="Reading.FieldReader.WrongType"/>.
/// </param>
/// <param name="Version">Place in the source's order of changes; 0 when it tells none. Of two forms the higher is the newer.</param>
public sealed record SourceRow(string[] Fields, long Version)
{
    /// <summary>What tells records of a run apart: their key, and where they have none all that they have.</summary>
    internal string Key => Fields[0].Trim() is { Length: > 0 } key ? key : string.Join('\n', Fields);
}
