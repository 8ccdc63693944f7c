using DataHub.GraphQL.Execution;
using DataHub.Linkage.Golden;
using DataHub.Linkage.Review;
using DataHub.Planning;

namespace DataHub.Linkage;

/// <summary>Binds schema/linkage.graphql.</summary>
public static class LinkageSlice
{
    private static readonly SortKey[] NewestFirst = [new("id", typeof(long), Descending: true)];

    public static void Register(HubBuilder hub)
    {
        LinkageTypes.Register(hub);
        var services = hub.Share(() => new LinkageServices(hub.Parts));
        RegisterQueries(hub, services);
        RegisterMutations(hub, services);
        RegisterObjects(hub);
        RegisterBusiness(hub, services);
    }

    private static void RegisterQueries(HubBuilder hub, LinkageServices services)
    {
        hub.Resolve("Query.reviewQueue", async (request, context, _) => One(
            request, await request.ReadAsync(
                () => services.Queue.PageAsync(request, context.Field, context.Cancellation), context.Cancellation)));
        hub.Resolve("Query.reviewItem", async (request, context, _) => OneOrNull(request, await request.ReadAsync(
            () => services.Queue.FindAsync(request, context.Field.Argument<string>("id")!, context.Cancellation), context.Cancellation)));
        hub.Resolve("Query.linkDecisions", new ListResolver(hub.Type("LinkDecision"), NewestFirst));
        hub.Resolve("Query.linkagePasses", new ListResolver(hub.Type("LinkagePass"), NewestFirst));
        hub.Filters("LinkDecisionFilterInput", new FilterMap()
            .Add("waitsForSecond", (value, row, _) => (bool)value ? Fragment.Of($"{row}.waits") : Fragment.Of($"not {row}.waits"))
            .Add("inForce", (value, row, _) => (bool)value ? Fragment.Of($"{row}.in_force") : Fragment.Of($"not {row}.in_force")));
    }

    private static void RegisterMutations(HubBuilder hub, LinkageServices services)
    {
        Change(hub, "claimReview", (request, field, cancel) => services.Locks.ClaimAsync(request, Id(field), cancel));
        Change(hub, "releaseReview", (request, field, cancel) => services.Locks.ReleaseAsync(request, Id(field), cancel));
        Change(hub, "decideReview", (request, field, cancel) => services.Decisions.DecideAsync(request, Input(field), cancel));
        Change(hub, "confirmDecision", (request, field, cancel) => services.Decisions.ConfirmAsync(request, Id(field), cancel));
        Change(hub, "withdrawDecision", (request, field, cancel) =>
            services.Decisions.WithdrawAsync(request, Id(field), field.Argument<string>("reason")!, cancel));
        Change(hub, "mergeBusinesses", (request, field, cancel) => services.Businesses.MergeAsync(request, Input(field), cancel));
        Change(hub, "splitBusiness", (request, field, cancel) => services.Businesses.SplitAsync(request, Input(field), cancel));
        Change(hub, "undoEvent", (request, field, cancel) =>
            services.Undo.UndoAsync(request, field.Argument<string>("eventId")!, field.Argument<string>("reason")!, cancel));
        Change(hub, "pinValue", (request, field, cancel) => services.Pins.SetAsync(request, Input(field), cancel));
        Change(hub, "unpinValue", (request, field, cancel) => services.Pins.EndAsync(request, Input(field), cancel));
    }

    private static void RegisterObjects(HubBuilder hub)
    {
        hub.Objects(
            typeof(ReviewItem), typeof(ReviewSide), typeof(ReceivedValue), typeof(MergeEffect), typeof(MergeConflict), typeof(ReviewLock),
            typeof(ReviewItemPayload), typeof(LinkDecisionPayload), typeof(ValueProvenance), typeof(ValueAlternative), typeof(ValuePin),
            typeof(PinPayload));
        ById<ReviewSide>(hub, "ReviewSide.business", "Business", side => side.BusinessId);
        ById<ReviewSide>(hub, "ReviewSide.person", "Person", side => side.PersonId);
        ById<ReviewItem>(hub, "ReviewItem.decision", "LinkDecision", item => item.DecisionId);
        ById<LinkDecisionPayload>(hub, "LinkDecisionPayload.decision", "LinkDecision", payload => payload.DecisionId);
        ById<LinkDecisionPayload>(hub, "LinkDecisionPayload.pass", "LinkagePass", payload => payload.PassId);
        ById<PinPayload>(hub, "PinPayload.business", "Business", payload => payload.BusinessId);
        hub.Resolve("LinkDecisionPayload.businesses", (request, context, parents) => RowsById.ListAsync(
            request, context.Field, hub.Type("Business")(),
                [.. Items<LinkDecisionPayload>(parents).Select(payload => payload.BusinessIds)]));
    }

    private static void RegisterBusiness(HubBuilder hub, LinkageServices services)
    {
        hub.Resolve("Business.formerIds", (request, context, parents) => FormerIds.ReadAsync(request, context.Field, parents));
        hub.Resolve("Business.values", async (request, context, parents) =>
        {
            var ids = parents.Column<long>("id");
            long[] keys = [.. Enumerable.Range(0, ids.Count).Select(row => ids[row])];
            var values = await request.ReadAsync(
                () => services.Values.ReadAsync(request, keys, context.Cancellation), context.Cancellation);
            return ObjectRowSet.Resolve(
                keys.Select(key => values.GetValueOrDefault(key, [])).ToArray(), context.Field.Definition, request.View.Schema);
        });
    }

    private static void ById<T>(HubBuilder hub, string coordinate, string type, Func<T, long?> idOf) where T : class =>
        hub.Resolve(coordinate, (request, context, parents) =>
            RowsById.OneAsync(request, context.Field, hub.Type(type)(), [.. Items<T>(parents).Select(idOf)]));

    private static IReadOnlyList<T> Items<T>(RowSet parents) where T : class => ((ObjectRowSet<T>)parents).Items;

    private static void Change<T>(HubBuilder hub, string mutation, Func<HubRequest, FieldSelection, CancellationToken, Task<T>> change)
        where T : class =>
        hub.Resolve($"Mutation.{mutation}", async (request, context, _) =>
            One(request, await request.GuardAsync(() => change(request, context.Field, context.Cancellation), context.Cancellation)));

    private static string Id(FieldSelection field) => field.Argument<string>("id")!;

    private static InputObject Input(FieldSelection field) => field.Argument<InputObject>("input")!;

    private static ResolvedField One<T>(HubRequest request, T item) where T : class =>
        ResolvedField.One(ObjectRowSet.Of([item], request.View.Schema));

    private static ResolvedField OneOrNull<T>(HubRequest request, T? item) where T : class => item is null
        ? ResolvedField.One(ObjectRowSet.Of<T>([], request.View.Schema), [-1])
        : One(request, item);
}
