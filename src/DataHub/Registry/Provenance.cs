using DataHub.Feeds;
using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Registry;

/// <summary>Where a business's values come from, computed from the records that are kept and how they were joined.</summary>
internal static class Provenance
{
    public static void Register(HubBuilder hub) => hub
        .Query("Provenance", Fragment.Of($"registry.provenance"))
        .Column("feed", "feed", typeof(string))
        .Column("sourceDate", "source_date", typeof(DateOnly))
        .Column("receivedAt", "received_at", typeof(DateTime))
        .Column("rule", "rule", typeof(string))
        .Column("certainty", "certainty", typeof(string))
        .Add(new ComputedField("attributes", [("feed", typeof(string))], (_, rows) => Attributes(rows.Column<string>("feed"))));

    private static ResolvedField Attributes(Column<string> feeds)
    {
        var starts = new int[feeds.Count + 1];
        var names = new List<string>();
        for (var row = 0; row < feeds.Count; row++)
        {
            names.AddRange(FeedCatalogue.Get(feeds[row]).Supplies);
            starts[row + 1] = names.Count;
        }
        return new ResolvedField { Layers = [new ListLayer(starts)], Values = new FunctionColumn<string>(names.Count, i => names[i]) };
    }
}
