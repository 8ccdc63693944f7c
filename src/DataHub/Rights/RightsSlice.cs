using DataHub.Consent;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Rights.Breaches;
using DataHub.Rights.Retention;
using DataHub.Shared.Secrets;

namespace DataHub.Rights;

/// <summary>Binds schema/rights.graphql.</summary>
public static class RightsSlice
{
    public static void Register(HubBuilder hub)
    {
        RegisterRequest(hub);
        RegisterDesk(hub, new RightsDesk(hub.Parts, hub.Restrictions));
        RegisterKeeping(hub);
        RegisterBreaches(hub);
        var copy = new DataCopy(
            hub.Parts.DataSource, new Protector(hub.Parts.Keys), hub.Parts.Time, hub.Share(() => new ConsentTerms(hub.Schema)));
        hub.Resolve("Me.dataCopy", async (request, context, _) => ObjectRowSet.Resolve(
            [request.Caller.PersonId is { } person ? await request.ReadAsync(() => copy.WriteAsync(person, context.Cancellation), context.Cancellation) : null],
            context.Field.Definition, request.View.Schema));
    }

    private static void RegisterRequest(HubBuilder hub)
    {
        hub.Table<RightsRequestRow>("RightsRequest")
            .Rows((caller, row) => caller.Purpose == "SUBJECT_ACCESS" ? Fragment.Of($"{row}.person_id = {SqlValue.Long(caller.PersonId)}") : null)
            .Expression("article", typeof(string), ["kind"], row => Fragment.Of($"(select k.article from rights.request_kind k where k.kind = {row}.kind)"))
            .Expression("overdue", typeof(bool), ["due_at", "closed_at"], Overdue)
            .Add(Secret("wish"))
            .Add(Secret("evidence"))
            .Add(Secret("outcome"))
            .Add(new ToOneField("person", hub.Type("Person"), ["person_id"], ("id", typeof(long)), (row, person) =>
                Fragment.Of($"{person}.id = {row}.person_id")))
            .Add(new ToOneField("business", hub.Type("Business"), ["business_id"], ("id", typeof(long)), (row, business) =>
                Fragment.Of($"{business}.id = {row}.business_id")));
        hub.Filters("RightsRequestFilterInput", new FilterMap()
            .Text("status", "status")
            .Add("overdue", (value, row, _) => (bool)value ? Overdue(row) : Fragment.Of($"not {Overdue(row)}")));
        hub.Resolve("Query.rightsRequests", new ListResolver(hub.Type("RightsRequest"), [new("id", typeof(long), Descending: true)]));
        hub.Resolve("Me.rightsRequests", async (request, context, _) => await PageQuery
            .Of(request, context.Field, hub.Type("RightsRequest")(), () => new ListOrder(hub.Type("RightsRequest")(), [new("id", typeof(long), Descending: true)])
            {
                Person = request.Caller.PersonId,
            })
            .ReadAsync(context.Field, ParentKeys.Of(1, _ => request.Caller.PersonId), "person_id"));
    }

    private static Fragment Overdue(Identifier row) => Fragment.Of($"({row}.closed_at is null and {row}.due_at < now())");

    private static ComputedField Secret(string field) => new(
        field, [($"{field}_cipher", typeof(byte[]))], (request, rows) => Ciphers.Read(request.Hub.Protector, rows, $"{field}_cipher"));

    private static void RegisterDesk(HubBuilder hub, RightsDesk desk)
    {
        hub.Objects(typeof(RightsRequestPayload), typeof(ErasureItem));
        hub.Resolve("RightsRequestPayload.request", (request, context, parents) => RequestAsync(request, context.Field, parents, hub.Type("RightsRequest")()));
        foreach (var kind in new[] { "CORRECTION", "RESTRICTION", "ERASURE", "OBJECTION" })
        {
            Change(hub, $"request{kind[0]}{kind[1..].ToLowerInvariant()}", (request, field, cancel) =>
                desk.ReceiveAsync(request, kind, field.Argument<InputObject>("input")!, cancel));
        }
        Change(hub, "withdrawRightsRequest", (request, field, cancel) => desk.WithdrawAsync(request, field.Argument<string>("id")!, cancel));
        Change(hub, "takeRightsRequest", (request, field, cancel) => desk.TakeAsync(request, field.Argument<string>("id")!, cancel));
        Change(hub, "resolveRightsRequest", (request, field, cancel) => desk.ResolveAsync(request, field.Argument<InputObject>("input")!, cancel));
        Change(hub, "refuseRightsRequest", (request, field, cancel) => desk.RefuseAsync(request, field.Argument<InputObject>("input")!, cancel));
    }

    private static void RegisterKeeping(HubBuilder hub)
    {
        var (rules, holds) = (new RetentionRules(hub.Parts.DataSource, hub.Parts.Time), new LegalHolds(hub.Parts.DataSource, hub.Parts.Time));
        hub.Objects(typeof(RetentionRule), typeof(RetentionPayload), typeof(LegalHold), typeof(LegalHoldPayload));
        hub.Resolve("Query.retentionRules", async (request, context, _) =>
            Many(request, await request.ReadAsync(() => rules.ReadAsync(context.Cancellation), context.Cancellation)));
        hub.Resolve("Query.legalHolds", async (request, context, _) =>
            Many(request, await request.ReadAsync(() => holds.ReadAsync(request.Hub.Ids, context.Cancellation), context.Cancellation)));
        Change(hub, "setRetention", (request, field, cancel) => rules.SetAsync(request, field.Argument<InputObject>("input")!, cancel));
        Change(hub, "placeLegalHold", (request, field, cancel) => holds.PlaceAsync(request, field.Argument<InputObject>("input")!, cancel));
        Change(hub, "liftLegalHold", (request, field, cancel) => holds.LiftAsync(request, field.Argument<string>("id")!, cancel));
    }

    private static void RegisterBreaches(HubBuilder hub)
    {
        var reader = new BreachReader(hub.Parts.DataSource);
        hub.Objects(typeof(BreachReport), typeof(BreachField), typeof(BreachSubjectPage), typeof(BreachSubject), typeof(BreachNotice));
        hub.Resolve("Query.breachReport", async (request, context, _) =>
        {
            var question = BreachQuestion.Of(request, context.Field);
            var report = await request.ReadAsync(() => reader.ReadAsync(request.Hub, question, context.Cancellation), context.Cancellation);
            return ResolvedField.One(ObjectRowSet.Of([report], request.View.Schema));
        });
    }

    private static void Change<T>(HubBuilder hub, string mutation, Func<HubRequest, FieldSelection, CancellationToken, Task<T>> change)
        where T : class =>
        hub.Resolve($"Mutation.{mutation}", async (request, context, _) => ResolvedField.One(ObjectRowSet.Of(
            [await request.GuardAsync(() => change(request, context.Field, context.Cancellation), context.Cancellation)], request.View.Schema)));

    private static ResolvedField Many<T>(HubRequest request, IReadOnlyList<T> items) where T : class =>
        ResolvedField.Many(ObjectRowSet.Of(items, request.View.Schema), [0, items.Count]);

    private static async ValueTask<ResolvedField> RequestAsync(HubRequest request, FieldSelection field, RowSet parents, TableType type)
    {
        var row = Identifier.Alias(0);
        var ids = ((ObjectRowSet<RightsRequestPayload>)parents).Items;
        var keys = SqlValue.Longs([.. ids.Select(payload => payload.RequestId ?? 0)]);
        var (rows, rowOf) = await LookUp.ReadAsync(request, type, field, new LookUpSource(
            Fragment.Of($"unnest({keys}) with ordinality k(id, ord) join {type.Source} {row} on {row}.id = k.id"),
            type.RowRule?.Invoke(request.Caller, row), Fragment.Of($"k.ord"), ids.Count));
        return ResolvedField.One(rows, rowOf);
    }
}
