using DataHub.GraphQL.Execution;
using DataHub.Shared;

namespace DataHub.Audit;

/// <summary>Looks of an organisation that are listed later.</summary>
/// <param name="Organisation">Its code.</param>
/// <param name="Purpose">Only looks for it; null: for any.</param>
/// <param name="CaseNumber">Only looks with it; null: with any.</param>
/// <param name="Days">From a look to its being listed.</param>
/// <param name="Ground">What it rests on.</param>
public sealed record NoticeDelay(string Organisation, string? Purpose, string? CaseNumber, int Days, string Ground)
{
    internal static NoticeDelay From(InputObject input) => new(
        input.Get<string>("organisation")!.Trim(), input.Get<string>("purpose"), input.Get<string>("caseNumber")?.Trim(), input.Get<int>("days"),
        input.Get<string>("ground")!.Trim());
}

/// <summary>The delay that was set, or what was wrong.</summary>
public sealed record DelayNoticePayload(NoticeDelay? Delay, IReadOnlyList<MutationError> Errors);
