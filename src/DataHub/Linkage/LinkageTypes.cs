using DataHub.GraphQL.Execution;
using DataHub.Linkage.Review;
using DataHub.Planning;

namespace DataHub.Linkage;

/// <summary>The types of schema/linkage.graphql whose rows are read from tables and views.</summary>
internal static class LinkageTypes
{
    public static void Register(HubBuilder hub)
    {
        RegisterDecision(hub);
        RegisterEvent(hub);
        RegisterPass(hub);
        hub.Query("LinkEvidence", Fragment.Of($"registry.link_evidence"))
            .Key("comparison", typeof(string))
            .Column("comparison", "comparison", typeof(string))
            .Column("level", "level", typeof(string))
            .Column("bits", "weight", typeof(double))
            .Add(Words("words", words => words.Indonesian))
            .Add(Words("wordsEn", words => words.English));
        hub.Extend("Provenance")
            .Column("sourceRecordId", "source_key", typeof(string))
            .Add(new ChildrenField("evidence", hub.Type("LinkEvidence"), "id", "link_id", [new("gravity", typeof(double), Descending: true)])
            { IsConnection = false });
        hub.Extend("Business")
            .Add(new ChildrenField("mergeHistory", hub.Type("BusinessEvent"), "id", "business_id", [new("id", typeof(long), Descending: true)])
            { IsConnection = false })
            .Add(new ResolverField("formerIds", [("id", typeof(long))]))
            .Add(new ResolverField("values", [("id", typeof(long))]));
    }

    private static void RegisterDecision(HubBuilder hub) => hub.Query("LinkDecision", Fragment.Of($"linkage.decision"))
        .Add(NodeId("id", "id", ReviewDecisions.TypeName))
        .Column("act", "act", typeof(string))
        .Column("subject", "subject", typeof(string))
        .Column("verdict", "verdict", typeof(string))
        .Column("pairs", "pairs", typeof(int))
        .Column("leftFeed", "feed_a", typeof(string))
        .Column("leftRecordId", "key_a", typeof(string))
        .Column("rightFeed", "feed_b", typeof(string))
        .Column("rightRecordId", "key_b", typeof(string))
        .Column("reason", "reason", typeof(string))
        .Column("decidedBy", "judged_by", typeof(string))
        .Column("decidedAt", "judged_at", typeof(DateTime))
        .Column("needsSecond", "needs_second", typeof(bool))
        .Column("secondBy", "second_by", typeof(string))
        .Column("secondAt", "second_at", typeof(DateTime))
        .Column("withdrawnBy", "withdrawn_by", typeof(string))
        .Column("withdrawnAt", "withdrawn_at", typeof(DateTime))
        .Column("withdrawalReason", "withdrawal_reason", typeof(string))
        .Column("inForce", "in_force", typeof(bool));

    private static void RegisterEvent(HubBuilder hub) => hub.Query("BusinessEvent", Fragment.Of($"registry.business_event"))
        .Add(NodeId("id", "id", EventUndo.TypeName))
        .Column("kind", "kind", typeof(string))
        .Column("at", "at", typeof(DateTime))
        .Add(NodeId("businessId", "subject_id", "Business"))
        .Add(NodeId("otherId", "other_id", "Business"))
        .Column("records", "records", typeof(int))
        .Column("reason", "reason", typeof(string))
        .Column("actor", "actor_kind", typeof(string))
        .Column("steward", "actor", typeof(string))
        .Column("modelVersion", "model_version", typeof(string))
        .Column("attribute", "attribute", typeof(string));

    private static void RegisterPass(HubBuilder hub) => hub.Query("LinkagePass", Fragment.Of($"linkage.pass"))
        .Column("kind", "kind", typeof(string))
        .Column("status", "status", typeof(string))
        .Column("modelVersion", "model_version", typeof(string))
        .Column("startedAt", "started_at", typeof(DateTime))
        .Column("finishedAt", "finished_at", typeof(DateTime))
        .Column("records", "records", typeof(int))
        .Column("pending", "pending", typeof(int))
        .Column("businesses", "businesses", typeof(int))
        .Column("persons", "persons", typeof(int))
        .Column("merged", "merged", typeof(int))
        .Column("split", "split", typeof(int))
        .Column("moved", "moved", typeof(int))
        .Column("toReview", "to_review", typeof(int))
        .Column("differing", "differing", typeof(int))
        .Column("failure", "failure", typeof(string));

    private static ComputedField NodeId(string field, string column, string type) => new(
        field, [(column, typeof(long))], (request, rows) =>
            ResolvedField.Leaf(new NodeIdColumn(rows.Column<long>(column), type, request.Hub.Ids)));

    private static ComputedField Words(string field, Func<(string Indonesian, string English), string> of) => new(
        field, [("comparison", typeof(string)), ("level", typeof(string))], (_, rows) =>
        {
            var (comparisons, levels) = (rows.Column<string>("comparison"), rows.Column<string>("level"));
            return ResolvedField.Leaf(new FunctionColumn<string>(rows.Count, row => of(EvidenceWords.Of(comparisons[row], levels[row]))));
        });
}
