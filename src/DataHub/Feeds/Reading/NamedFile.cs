namespace DataHub.Feeds.Reading;

/// <summary>An opened file, and what its run is called.</summary>
/// <param name="File">Closed by whoever loads it.</param>
/// <param name="Name">For the run's <c>fileName</c>.</param>
public sealed record NamedFile(FeedFile File, string Name);
