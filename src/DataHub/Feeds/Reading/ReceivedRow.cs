namespace DataHub.Feeds.Reading;

/// <summary>A row as an agency sent it, apart from what the hub made of it: one of the two is null.</summary>
/// <param name="Fields">In the feed's order of columns.</param>
/// <param name="Text">The whole row, when it could not be split.</param>
public sealed record ReceivedRow(string[]? Fields, string? Text);
