using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using Npgsql;

namespace DataHub.Partners;

/// <summary>Binds schema/partners.graphql.</summary>
public static class PartnersSlice
{
    public static void Register(HubBuilder hub)
    {
        hub.Objects(typeof(Partner), typeof(PartnerPayload), typeof(Alarm));
        var source = hub.Parts.Upkeep ?? hub.Parts.DataSource;
        RegisterQueries(hub, source);
        RegisterMutations(hub);
    }

    private static void RegisterQueries(HubBuilder hub, NpgsqlDataSource source)
    {
        hub.Resolve("Query.partners", (request, context, _) => ManyAsync(request, context, source, connection => PartnerStore.PageAsync(
            connection, context.Field.Argument<string>("kind"), context.Field.Argument<string>("after"), context.Cancellation)));
        hub.Resolve("Query.partner", async (request, context, _) => OneOrNull(request, await AskAsync(request, context, source, connection =>
            PartnerStore.FindAsync(connection, context.Field.Argument<string>("code")!, context.Cancellation))));
        hub.Resolve("Query.partnerHistory", (request, context, _) => ManyAsync(request, context, source, connection => PartnerStore.HistoryAsync(
            connection, context.Field.Argument<string>("code")!, context.Field.Argument<int?>("before"), context.Cancellation)));
        hub.Resolve("Query.alarms", (request, context, _) => ManyAsync(request, context, source, connection => AlarmLog.PageAsync(
            connection, context.Field.Argument<string>("client"), context.Field.Argument<int?>("before"), context.Cancellation)));
    }

    private static void RegisterMutations(HubBuilder hub)
    {
        Change(hub, "registerPartner", (changes, input, by, cancellation) =>
            changes.RegisterAsync(PartnerInputs.Registered(input, hub.Parts.Time.GetUtcNow().UtcDateTime), by, cancellation));
        Change(hub, "changePartner", (changes, input, by, cancellation) =>
            changes.ChangeAsync(PlaceOf(input), by, (partner, now) => (PartnerInputs.Changed(partner, input, now), null), cancellation));
        Change(hub, "suspendPartner", (changes, input, by, cancellation) =>
            changes.ChangeAsync(PlaceOf(input), by, (partner, _) => PartnerInputs.Suspended(partner, input.Get<string>("reason")!), cancellation));
        Change(hub, "resumePartner", (changes, input, by, cancellation) =>
            changes.ChangeAsync(PlaceOf(input), by, (partner, _) => PartnerInputs.Resumed(partner), cancellation));
        Change(hub, "endAgreement", (changes, input, by, cancellation) =>
            changes.ChangeAsync(PlaceOf(input), by, (partner, now) => PartnerInputs.Ended(partner, input.Get<DateTime?>("at") ?? now), cancellation));
    }

    private static void Change(
        HubBuilder hub, string mutation, Func<PartnerChanges, InputObject, string, CancellationToken, Task<PartnerPayload>> change) =>
        hub.Resolve($"Mutation.{mutation}", async (request, context, _) =>
        {
            var input = context.Field.Argument<InputObject>("input")!;
            var payload = await request.GuardAsync(() => change(request.Hub.Partners.Changes, input, AuthorOf(request.Caller), context.Cancellation), context.Cancellation);
            return ResolvedField.One(ObjectRowSet.Of<PartnerPayload>([payload], request.View.Schema));
        });

    private static (string, int) PlaceOf(InputObject input) => (input.Get<string>("code")!, input.Get<int>("version"));

    private static string AuthorOf(Caller caller) => $"{caller.Client}/{caller.Subject}";

    private static async ValueTask<ResolvedField> ManyAsync<T>(
        HubRequest request, ResolveContext context, NpgsqlDataSource source, Func<NpgsqlConnection, Task<List<T>>> read) where T : class
    {
        var items = await AskAsync(request, context, source, read);
        return ResolvedField.Many(ObjectRowSet.Of<T>(items, request.View.Schema), [0, items.Count]);
    }

    private static ResolvedField OneOrNull(HubRequest request, Partner? partner) => partner is null
        ? ResolvedField.One(ObjectRowSet.Of<Partner>([], request.View.Schema), [-1])
        : ResolvedField.One(ObjectRowSet.Of([partner], request.View.Schema));

    private static Task<T> AskAsync<T>(HubRequest request, ResolveContext context, NpgsqlDataSource source, Func<NpgsqlConnection, Task<T>> read) =>
        request.ReadAsync(async () =>
        {
            await using var connection = await source.OpenConnectionAsync(context.Cancellation);
            return await read(connection);
        }, context.Cancellation);
}
