namespace DataHub.Planning;

/// <summary>One statement of an operation.</summary>
/// <param name="Path">Response keys from the root to the field it reads for; null when the resolver did not say.</param>
/// <param name="RoundTrip">From 1; statements of one round trip are sent together.</param>
/// <param name="Statement">Text and parameters.</param>
/// <param name="Rows">How many rows came; null when it was not sent.</param>
public sealed record PlannedFetch(string? Path, int RoundTrip, SqlStatement Statement, int? Rows)
{
    /// <summary>As extensions have it. Of the parameters their types alone: values are the client's own, or personal.</summary>
    public Dictionary<string, object?> ToExtension()
    {
        var told = new Dictionary<string, object?>
        {
            ["path"] = Path,
            ["strategy"] = Statement.Strategy.ToString(),
            ["roundTrip"] = RoundTrip,
            ["sql"] = Statement.Text,
            ["parameters"] = Statement.Values.Select(value => (object?)value.TypeName).ToList(),
        };
        if (Rows is { } rows) told["rows"] = rows;
        return told;
    }
}
