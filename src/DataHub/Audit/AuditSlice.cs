using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Audit;

/// <summary>Binds schema/audit.graphql.</summary>
public static class AuditSlice
{
    private static readonly Identifier Row = Identifier.Alias(0);
    private static readonly SortKey[] NewestFirst = [new("at", typeof(DateTime), Descending: true)];

    // Names of organisations are those of the lenders; others are known by what their tokens call them.
    private static readonly Fragment Looks = Fragment.Of(
        $"(select e.id, e.at, e.kind, e.actor_person, coalesce(l.name, e.organisation, e.client) as who, e.organisation, e.purpose, e.case_number, e.outcome, array_to_string(e.fields, ' ') as fields, e.persons, e.businesses from audit.entry e left join credit.lender l on l.code = e.organisation)");

    private static readonly Fragment Entries = Fragment.Of(
        $"(select e.id, c.name as chain, e.seq::float8 as seq, e.at, (e.at at time zone 'Asia/Jakarta')::date as entered_on, e.kind, e.organisation, e.client, e.purpose, e.case_number, e.operation, encode(e.document, 'hex') as document, array_to_string(e.fields, ' ') as fields, cardinality(e.persons) as person_count, cardinality(e.businesses) as business_count, e.rows, e.outcome, e.code from audit.entry e join audit.chain c on c.id = e.chain)");

    public static void Register(HubBuilder hub)
    {
        hub.Query("AccessLogEntry", Looks)
            .Column("at", "at", typeof(DateTime))
            .Column("organisation", "who", typeof(string))
            .Column("purpose", "purpose", typeof(string))
            .Column("caseNumber", "case_number", typeof(string))
            .Column("outcome", "outcome", typeof(string))
            .Add(new ComputedField("kinds", [("fields", typeof(string))], (_, rows) => Words(rows, fields => FieldLabels.Of(fields))))
            .Add(new ComputedField(
                "sentence",
                [("who", typeof(string)), ("kind", typeof(string)), ("purpose", typeof(string)), ("outcome", typeof(string)), ("fields", typeof(string))],
                (_, rows) => Sentences(rows)));
        hub.Query("LedgerEntry", Entries)
            .Column("chain", "chain", typeof(string))
            .Column("sequence", "seq", typeof(double))
            .Column("at", "at", typeof(DateTime))
            .Column("enteredOn", "entered_on", typeof(DateOnly))
            .Column("kind", "kind", typeof(string))
            .Column("organisation", "organisation", typeof(string))
            .Column("client", "client", typeof(string))
            .Column("purpose", "purpose", typeof(string))
            .Column("caseNumber", "case_number", typeof(string))
            .Column("operation", "operation", typeof(string))
            .Column("document", "document", typeof(string))
            .Column("personCount", "person_count", typeof(int))
            .Column("businessCount", "business_count", typeof(int))
            .Column("rows", "rows", typeof(int))
            .Column("outcome", "outcome", typeof(string))
            .Column("code", "code", typeof(string))
            .Add(new ComputedField("fields", [("fields", typeof(string))], (_, rows) => Words(rows, fields => fields)));
        hub.Resolve("Query.ledgerEntries", new ListResolver(hub.Type("LedgerEntry"), NewestFirst));
        hub.Objects(typeof(NoticeDelay), typeof(DelayNoticePayload));
        var delays = new NoticeDelays(hub.Parts.Upkeep ?? hub.Parts.DataSource);
        hub.Resolve("Mutation.delayNotice", async (request, context, _) =>
        {
            var input = context.Field.Argument<InputObject>("input")!;
            var payload = await request.GuardAsync(() => delays.SetAsync(NoticeDelay.From(input), request.Caller, context.Cancellation), context.Cancellation);
            return ResolvedField.One(ObjectRowSet.Of<DelayNoticePayload>([payload], request.View.Schema));
        });
        hub.Resolve("Me.accessLog", (request, context, _) => OwnAsync(request, context.Field, hub.Type("AccessLogEntry")()));
    }

    private static ValueTask<ResolvedField> OwnAsync(HubRequest request, FieldSelection field, TableType type)
    {
        var me = SqlValue.Long(request.Caller.PersonId);
        return new PageQuery(request, type, new ListOrder(type, NewestFirst), PageRequest.From(field))
        {
            // What is about a business is about its owner. What the law keeps secret for a time is listed when that is over.
            Where = Fragment.Of(
                $"""
                (audit.marks({Row}.persons) && audit.sought(array[{me}::bigint]) and {Row}.persons && array[{me}::bigint]
                or audit.marks({Row}.businesses) && audit.sought(array(select b.id from registry.business b where b.owner_id = {me}))
                and {Row}.businesses && array(select b.id from registry.business b where b.owner_id = {me}))
                and {Row}.kind <> 'PART' and {Row}.outcome <> 'REFUSED'
                and not exists (select from audit.secrecy s where s.organisation = {Row}.organisation and (s.purpose is null or s.purpose = {Row}.purpose)
                and (s.case_number is null or s.case_number = {Row}.case_number) and {Row}.at + s.notify_after > now())
                """),
        }.ReadAsync(field);
    }

    private static ResolvedField Sentences(RowSet rows)
    {
        var (who, kind) = (rows.Column<string>("who"), rows.Column<string>("kind"));
        var (purpose, outcome, fields) = (rows.Column<string>("purpose"), rows.Column<string>("outcome"), rows.Column<string>("fields"));
        return ResolvedField.Leaf(new FunctionColumn<string>(rows.Count, row => AccessSentence.Of(
            who[row], kind[row], purpose.IsNull(row) ? null : purpose[row], outcome[row], FieldLabels.Of(Split(fields[row])))));
    }

    private static ResolvedField Words(RowSet rows, Func<IReadOnlyList<string>, IReadOnlyList<string>> read)
    {
        var fields = rows.Column<string>("fields");
        var starts = new int[rows.Count + 1];
        var words = new List<string>();
        for (var row = 0; row < rows.Count; row++)
        {
            words.AddRange(read(Split(fields[row])));
            starts[row + 1] = words.Count;
        }
        return new ResolvedField { Layers = [new ListLayer(starts)], Values = new FunctionColumn<string>(words.Count, i => words[i]) };
    }

    private static string[] Split(string fields) => fields.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
