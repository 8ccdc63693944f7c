using DataHub.Testing.Linkage.Labelled;

namespace DataHub.Faults.Loading;

/// <summary>Two deliveries of the five feeds: the second holds more records than the first, and some of the first's otherwise.</summary>
internal sealed record Deliveries(string First, string Second)
{
    public static Deliveries Write(string folder, int businesses, int seed)
    {
        var set = LabelledSet.Generate(new LabelledOptions(businesses, (ulong)seed));
        var deliveries = new Deliveries(Path.Combine(folder, "first"), Path.Combine(folder, "second"));
        LabelledFiles.WriteFeeds(set.With(Earlier), deliveries.First);
        LabelledFiles.WriteFeeds(set, deliveries.Second);
        return deliveries;
    }

    /// <summary>One record in ten has not come yet, one in ten reads otherwise.</summary>
    private static LabelledRow? Earlier(LabelledRow row)
    {
        var lot = row.Key.Aggregate(17, (sum, letter) => (sum * 31 + letter) % 1_000_003) % 10;
        if (lot == 0) return null;
        if (lot != 1) return row;
        var (column, value) = row.Feed switch
        {
            "oss" => (2, "USAHA LAMA"),
            "sikp" => (8, "0"),
            "pelatihan" => (3, ""),
            "marketplace" => (7, "1"),
            _ => (3, ""),
        };
        var fields = row.Fields.ToArray();
        fields[column] = value;
        return row with { Fields = fields };
    }
}
