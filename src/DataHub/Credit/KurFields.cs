using DataHub.Access;
using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Shared.Secrets;

namespace DataHub.Credit;

/// <summary>The fields of KUR decisions and of the readings they rest on.</summary>
internal static class KurFields
{
    public static void Register(HubBuilder hub)
    {
        var (source, time) = (hub.Parts.DataSource, hub.Parts.Time);
        // The law is the same for all who read it.
        var store = new KurRegulationsStore(hub.Parts.Reading?.For(ConsumerKind.Steward).Beside ?? source, time);
        var eligibility = new KurEligibility(source, store, new KurApplicants(new Protector(hub.Parts.Keys)), time);
        var change = new SetKurSetting(source, store, time);
        hub.Objects(typeof(KurDecision), typeof(KurRuleEntry), typeof(KurSetting), typeof(MutationError), typeof(SetKurSettingPayload));
        hub.Resolve("Query.kurEligibility", async (request, context, _) =>
            One(request, await DecideAsync(request, eligibility, [Named(context.Field, "input", context.Field.Argument<InputObject>("input")!)], context.Cancellation)));
        hub.Resolve("Query.kurEligibilities", async (request, context, _) =>
            Many(request, await DecideAsync(request, eligibility, Inputs(context.Field), context.Cancellation)));
        hub.Resolve("Query.kurSettings", async (request, context, _) =>
            Many(request, await request.ReadAsync(async () => (await store.GetAsync(context.Cancellation)).Settings, context.Cancellation)));
        hub.Resolve("Mutation.setKurSetting", async (request, context, _) =>
            One(request, [await ChangeAsync(request, change, context)]));
    }

    private static InputObject[] Inputs(FieldSelection field)
    {
        var inputs = field.Argument<object?[]>("inputs")!;
        return inputs.Length <= KurEligibility.MaxApplications
            ? [.. inputs.Select((input, i) => Named(field, $"inputs[{i}]", (InputObject)input!))]
            : throw PageRequest.Wrong(field, "inputs", $"it may have {KurEligibility.MaxApplications} entries");
    }

    // An application about nobody is a mistake of the caller, not a case for the rules.
    private static InputObject Named(FieldSelection field, string argument, InputObject input) =>
        input.Get<string>("nib") is null && input.Get<string>("nik") is null
            ? throw PageRequest.Wrong(field, argument, "it names neither nib nor nik")
            : input;

    private static Task<IReadOnlyList<KurDecision>> DecideAsync(
        HubRequest request, KurEligibility eligibility, InputObject[] inputs, CancellationToken cancellation) =>
        request.ReadAsync(
            () => eligibility.From(request.Reading.Beside).DecideAsync([.. inputs.Select(KurApplication.From)], LenderOf(request.Caller), cancellation), cancellation);

    private static Task<SetKurSettingPayload> ChangeAsync(HubRequest request, SetKurSetting change, ResolveContext context)
    {
        var input = context.Field.Argument<InputObject>("input")!;
        return request.GuardAsync(() => change.ExecuteAsync(
            new SetKurSettingInput(input.Get<string>("name")!, input.Get<string>("value")!, input.Get<string>("reason")!),
            $"{request.Caller.Client}/{request.Caller.Subject}",
            context.Cancellation), context.Cancellation);
    }

    // The organisation of a bank's token is its lender code; a steward asks as no lender.
    private static string? LenderOf(Caller caller) => caller.Purpose == "KUR_ELIGIBILITY" ? caller.Organisation : null;

    private static ResolvedField One<T>(HubRequest request, IReadOnlyList<T> items) where T : class =>
        ResolvedField.One(ObjectRowSet.Of(items, request.Hub.Schema));

    private static ResolvedField Many<T>(HubRequest request, IReadOnlyList<T> items) where T : class =>
        ResolvedField.Many(ObjectRowSet.Of(items, request.Hub.Schema), [0, items.Count]);
}
