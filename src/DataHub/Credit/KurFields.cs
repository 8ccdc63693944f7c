using DataHub.Access;
using DataHub.Audit;
using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Shared;
using DataHub.Shared.Secrets;

namespace DataHub.Credit;

/// <summary>The fields of KUR decisions and of the readings they rest on.</summary>
internal static class KurFields
{
    public static void Register(HubBuilder hub)
    {
        var (store, eligibility, change) = hub.Share(() => Services.Of(hub.Parts));
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

    /// <summary>What answers for all views alike: a change by a steward is the regulation of the next decision.</summary>
    private sealed record Services(KurRegulationsStore Store, KurEligibility Eligibility, SetKurSetting Change)
    {
        public static Services Of(HubParts parts)
        {
            // The law is the same for all who read it.
            var store = new KurRegulationsStore(parts.Reading?.For(ConsumerKind.Steward).Beside ?? parts.DataSource, parts.Time);
            var applicants = new KurApplicants(new Protector(parts.Keys));
            return new Services(
                store, new KurEligibility(parts.DataSource, store, applicants, parts.Time), new SetKurSetting(parts.DataSource, store, parts.Time));
        }
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
        HubRequest request, KurEligibility eligibility, InputObject[] inputs, CancellationToken cancellation)
    {
        KurApplication[] applications = [.. inputs.Select(KurApplication.From)];
        var lookUps = new KurLookUps(request, applications);
        void See(int application, KurApplicant applicant)
        {
            lookUps.See(application, applicant);
            Enter(request.Look, applicant);
        }
        var decider = eligibility.From(request.Reading.Beside);
        return lookUps.RunAsync(() => request.ReadAsync(
            () => decider.DecideAsync(applications, LenderOf(request.Caller), See, cancellation), cancellation));
    }

    // A decision is about the person and the businesses that it was made on.
    private static void Enter(LedgerDraft look, KurApplicant applicant)
    {
        if (applicant.PersonId is { } person) look.Concerns(Subject.Person(person));
        if (applicant.Named is { } named) look.Concerns(Subject.Business(named.Id));
        foreach (var owned in applicant.Owned) look.Concerns(Subject.Business(owned.Id));
    }

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
        ResolvedField.One(ObjectRowSet.Of(items, request.View.Schema));

    private static ResolvedField Many<T>(HubRequest request, IReadOnlyList<T> items) where T : class =>
        ResolvedField.Many(ObjectRowSet.Of(items, request.View.Schema), [0, items.Count]);
}
