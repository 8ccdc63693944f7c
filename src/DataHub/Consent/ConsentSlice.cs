using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Shared.Ids;
using Npgsql;

namespace DataHub.Consent;

/// <summary>Binds schema/consent.graphql.</summary>
public static class ConsentSlice
{
    public static void Register(HubBuilder hub)
    {
        hub.Objects(typeof(Consent), typeof(GiveConsentPayload), typeof(WithdrawConsentPayload));
        var (source, reader) = (hub.Parts.DataSource, hub.Share(() => new ConsentReader(new NodeIds(hub.Parts.Keys))));
        var give = new GiveConsent(source, hub.Share(() => new ConsentTerms(hub.Schema)), reader, hub.Parts.Time);
        var withdraw = new WithdrawConsent(source, reader);
        hub.Resolve("Query.consents", (request, context, _) =>
            OfPersonAsync(request, (source, reader), Person(request, context.Field.Argument<string>("person")), context.Cancellation));
        hub.Resolve("Me.consents", (request, context, _) =>
            OfPersonAsync(request, (source, reader), request.Caller.PersonId, context.Cancellation));
        hub.Resolve("Mutation.giveConsent", async (request, context, _) => One(request, await request.GuardAsync(
            () => give.ExecuteAsync(Input(request, context.Field.Argument<InputObject>("input")!), request.Caller, context.Cancellation),
            context.Cancellation)));
        hub.Resolve("Mutation.withdrawConsent", async (request, context, _) =>
        {
            var input = context.Field.Argument<InputObject>("input")!;
            long? consent = request.Hub.Ids.TryDecode(ConsentReader.TypeName, input.Get<string>("consent")!, out var id) ? id : null;
            return One(request, await request.GuardAsync(
                () => withdraw.ExecuteAsync(consent, EvidenceOf(input), request.Caller, context.Cancellation), context.Cancellation));
        });
    }

    private static async ValueTask<ResolvedField> OfPersonAsync(
        HubRequest request, (NpgsqlDataSource Source, ConsentReader Reader) from, long? person, CancellationToken cancellation)
    {
        var consents = person is { } id
            ? await request.ReadAsync(() => from.Reader.OfPersonAsync(from.Source, id, cancellation), cancellation)
            : [];
        return ResolvedField.Many(ObjectRowSet.Of(consents, request.View.Schema), [0, consents.Count]);
    }

    // Whose consent it is goes without saying for an owner; another's id is no person to them.
    private static GiveConsentInput Input(HubRequest request, InputObject input)
    {
        var named = input.Get<string>("person");
        var own = request.Caller.Kind.Kind == ConsumerKind.Owner ? request.Caller.PersonId : null;
        return new GiveConsentInput(
            named is null ? own : Person(request, named) ?? -1,
            input.Get<string>("organisation")!,
            input.Get<string>("purpose")!,
            [.. input.List<string>("fields")!.Select(field => field!)],
            input.TryGetValue("validFrom", out var from) ? (DateTime?)from : null,
            input.Get<DateTime>("validUntil"),
            EvidenceOf(input),
            input.Get<string>("noticeVersion")!);
    }

    private static Evidence EvidenceOf(InputObject input) => new(
        input.Get<string>("evidence") is { } kind ? Enum.Parse<ConsentEvidence>(kind, ignoreCase: true) : null,
        input.Get<string>("evidenceReference"));

    private static long? Person(HubRequest request, string? id) =>
        id is not null && request.Hub.Ids.TryDecode("Person", id, out var person) ? person : null;

    private static ResolvedField One<T>(HubRequest request, T item) where T : class =>
        ResolvedField.One(ObjectRowSet.Of([item], request.View.Schema));
}
