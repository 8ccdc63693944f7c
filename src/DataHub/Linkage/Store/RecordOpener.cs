using System.Globalization;
using DataHub.Feeds;
using DataHub.Feeds.Reading;
using DataHub.Linkage.Model;
using DataHub.Shared.Secrets;

namespace DataHub.Linkage.Store;

/// <summary>Makes of an encrypted row what linking sees of it. Safe for several threads.</summary>
internal sealed class RecordOpener
{
    private readonly Places places;
    private readonly FeedColumns[] feeds;

    public RecordOpener(Protector protector, Places places, DateOnly today)
    {
        this.places = places;
        feeds = [.. FeedNames.All.Select(name => new FeedColumns(FeedCatalogue.Get(name), protector, places, today))];
    }

    /// <summary>Opens a row. Throws when no key in use can.</summary>
    public LinkRecord Open(LinkFeed feed, string sourceKey, byte[] payload, DateOnly? date)
    {
        var columns = feeds[(int)feed];
        var fields = columns.Reader.Reopen(payload);
        var kbli = columns.Of("kbli", fields);
        var region = columns.Of("kode_wilayah", fields);
        var status = columns.Of("status", fields);
        return new LinkRecord
        {
            Feed = feed,
            SourceKey = sourceKey,
            Nik = columns.Of(ColumnRole.Nik, fields),
            Nib = columns.Of(ColumnRole.Nib, fields),
            PersonName = columns.Of(ColumnRole.PersonName, fields),
            BusinessName = columns.Of(ColumnRole.BusinessName, fields),
            Phone = columns.Of(ColumnRole.Phone, fields),
            Email = columns.Of("email", fields),
            Address = columns.Of("alamat", fields) ?? columns.Of("kota", fields),
            RegionCode = region is null ? null : places.CodeOf(region, out _),
            Kbli = kbli is { Length: 5 } && !kbli.AsSpan().ContainsAnyExceptInRange('0', '9') ? kbli : null,
            LegalForm = columns.Of("jenis_badan_usaha", fields),
            Date = date,
            IsActive = status is null ? null : status == "AKTIF",
            AtStake = Amount(columns.Of("outstanding", fields)),
        };
    }

    /// <summary>The key of a record as its file had it.</summary>
    public string KeyOf(LinkFeed feed, byte[] payload) => feeds[(int)feed].Reader.Reopen(payload)[0];

    private static decimal Amount(string? text) =>
        text is not null && decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount : 0;

    private sealed class FeedColumns(FeedDefinition feed, Protector protector, Places places, DateOnly today)
    {
        private readonly Dictionary<string, int> named = feed.Columns.Select((column, place) => (column.Name, place))
            .ToDictionary(entry => entry.Name, entry => entry.place, StringComparer.Ordinal);

        private readonly int[] roles = [.. Enum.GetValues<ColumnRole>().Select(feed.IndexOf)];

        public RowReader Reader { get; } = new(feed, protector, places, today);

        public string? Of(string column, string[] fields) => named.TryGetValue(column, out var place) ? Text(fields[place]) : null;

        public string? Of(ColumnRole role, string[] fields) => roles[(int)role] is >= 0 and var place ? Text(fields[place]) : null;

        private static string? Text(string field) => field.Length == 0 ? null : field;
    }
}
