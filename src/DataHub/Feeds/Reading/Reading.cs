namespace DataHub.Feeds.Reading;

/// <summary>A field after reading.</summary>
/// <param name="Value">Typed; null when there is none.</param>
/// <param name="Canonical">The value in one spelling whatever the dialect, or the text as received when it could not be read.</param>
/// <param name="Reason">Why it could not be read, see <see cref="Reasons"/>; null when it could.</param>
/// <param name="Damaged">An identifier or code that arrived damaged: kept as received, marked.</param>
public readonly record struct Reading(object? Value, string? Canonical, string? Reason = null, bool Damaged = false)
{
    /// <summary>An empty field.</summary>
    public static Reading Empty => default;

    /// <summary>A field that could not be read.</summary>
    public static Reading Unreadable(string text, string reason) => new(null, text, reason);
}
