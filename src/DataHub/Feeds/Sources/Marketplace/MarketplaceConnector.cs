using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DataHub.Feeds.Sources.Http;

namespace DataHub.Feeds.Sources.Marketplace;

/// <summary>Shops of a marketplace that changed since the last look. A shop's fields have the names of the feed's columns.</summary>
internal sealed class MarketplaceConnector(MarketplaceClient client, SourceSettings settings, TimeProvider clock) : SourceConnector
{
    public override FeedDefinition Feed { get; } = FeedCatalogue.Get("MARKETPLACE");

    public override string Call => "shops";

    public override async IAsyncEnumerable<SourcePage> PagesAsync(
        SourceQuestion question, [EnumeratorCancellation] CancellationToken cancel)
    {
        var start = Micros.Of(clock.GetUtcNow());
        var since = question.Position is { } cursor ? Micros.Time(cursor) - settings.Overlap : (DateTimeOffset?)null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var highest = question.Position;
        string? next = null;
        do
        {
            var page = await client.ShopsAsync(since, next, cancel);
            var rows = page.Shops.Select(Row).ToList();
            // A time yet to come would hide what changes until then.
            foreach (var row in rows) highest = Math.Max(highest ?? 0, Math.Min(row.Version, start));
            next = page.Next;
            if (next is not null && !seen.Add(next))
                throw new FeedRefusedException("the source has more records, but names the same page again");
            // Pages come in no order of time: only with the last one nothing is missing before the highest.
            yield return new SourcePage(rows) { Position = next is null ? highest : null };
        }
        while (next is not null);
    }

    private SourceRow Row(JsonElement shop)
    {
        var fields = new JsonFields(shop);
        var texts = Feed.Columns.Select(column => fields.Text(column.Name)).ToArray();
        var isTimed = DateTimeOffset.TryParse(
            fields.Text("updated_at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var changed);
        return new SourceRow(texts, isTimed ? Micros.Of(changed) : 0);
    }
}
