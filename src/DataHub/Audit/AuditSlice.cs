using DataHub.Consent;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using Npgsql;

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

    // What says what an owner is told of a look.
    private static readonly (string Column, Type ClrType)[] Told =
        [("at", typeof(DateTime)), ("fields", typeof(string)), ("organisation", typeof(string)), ("purpose", typeof(string))];

    public static void Register(HubBuilder hub)
    {
        hub.Query("AccessLogEntry", Looks)
            .Column("at", "at", typeof(DateTime))
            .Column("organisation", "who", typeof(string))
            .Column("purpose", "purpose", typeof(string))
            .Column("caseNumber", "case_number", typeof(string))
            .Column("outcome", "outcome", typeof(string))
            .Add(new ComputedField("kinds", Told, (request, rows) => Words(Tell(request, rows).Select(told => told.Kinds))))
            .Add(new ComputedField(
                "sentence", [("who", typeof(string)), ("kind", typeof(string)), ("outcome", typeof(string)), .. Told],
                (request, rows) => Sentences(rows, [.. Tell(request, rows)])));
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
            .Add(new ComputedField("fields", [("fields", typeof(string))], (_, rows) => Words(Texts(rows, "fields").Select(fields => Split(fields!)))));
        hub.Resolve("Query.ledgerEntries", new ListResolver(hub.Type("LedgerEntry"), NewestFirst));
        hub.Objects(typeof(NoticeDelay), typeof(DelayNoticePayload));
        var delays = new NoticeDelays(hub.Parts.Upkeep ?? hub.Parts.DataSource);
        hub.Resolve("Query.noticeDelays", async (request, context, _) =>
        {
            var set = await request.GuardAsync(() => delays.ListAsync(context.Cancellation), context.Cancellation);
            return ResolvedField.Many(ObjectRowSet.Of(set, request.View.Schema), [0, set.Count]);
        });
        hub.Resolve("Mutation.delayNotice", async (request, context, _) =>
        {
            var input = context.Field.Argument<InputObject>("input")!;
            var payload = await request.GuardAsync(() => delays.SetAsync(NoticeDelay.From(input), request.Caller, context.Cancellation), context.Cancellation);
            return ResolvedField.One(ObjectRowSet.Of<DelayNoticePayload>([payload], request.View.Schema));
        });
        var terms = hub.Share(() => new ConsentTerms(hub.Schema));
        hub.Resolve("Me.accessLog", (request, context, _) => OwnAsync(request, context, hub.Type("AccessLogEntry")(), (hub.Parts.DataSource, terms)));
    }

    // A cursor is a place in one person's log.
    private static async ValueTask<ResolvedField> OwnAsync(
        HubRequest request, ResolveContext context, TableType type, (NpgsqlDataSource Source, ConsentTerms Terms) from)
    {
        var (person, cancellation) = (request.Caller.PersonId, context.Cancellation);
        var order = new ListOrder(type, NewestFirst) { Person = person };
        // Asked for with the statements of its level, before anything is waited for.
        var page = new PageQuery(request, type, order, PageRequest.From(context.Field))
        {
            Where = OwnLooks.Rule(Row, SqlValue.Long(person)),
        }.ReadAsync(context.Field).AsTask();
        var consents = await request.ReadAsync(
            async () =>
            {
                await using var connection = await from.Source.OpenConnectionAsync(cancellation);
                return await OwnConsents.ReadAsync(connection, person ?? -1, from.Terms, cancellation);
            },
            cancellation);
        consents.KeepFor(request);
        return await page;
    }

    private static IEnumerable<LookedAt> Tell(HubRequest request, RowSet rows)
    {
        var consents = OwnConsents.Of(request);
        var (at, fields) = (rows.Column<DateTime>("at"), Texts(rows, "fields"));
        var (organisations, purposes) = (Texts(rows, "organisation"), Texts(rows, "purpose"));
        return Enumerable.Range(0, rows.Count).Select(row => consents.Told(Split(fields[row]!), at[row], organisations[row], purposes[row]));
    }

    private static ResolvedField Sentences(RowSet rows, LookedAt[] told)
    {
        var (who, kind) = (rows.Column<string>("who"), rows.Column<string>("kind"));
        var (purposes, outcome) = (Texts(rows, "purpose"), rows.Column<string>("outcome"));
        return ResolvedField.Leaf(new FunctionColumn<string>(
            rows.Count, row => AccessSentence.Of(who[row], kind[row], purposes[row], outcome[row], told[row])));
    }

    private static string?[] Texts(RowSet rows, string column)
    {
        var texts = rows.Column<string>(column);
        return [.. Enumerable.Range(0, rows.Count).Select(row => texts.IsNull(row) ? null : texts[row])];
    }

    private static ResolvedField Words(IEnumerable<IReadOnlyList<string>> lists)
    {
        var (starts, words) = (new List<int> { 0 }, new List<string>());
        foreach (var list in lists)
        {
            words.AddRange(list);
            starts.Add(words.Count);
        }
        return new ResolvedField { Layers = [new ListLayer([.. starts])], Values = new FunctionColumn<string>(words.Count, i => words[i]) };
    }

    private static string[] Split(string fields) => fields.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
