using System.Text.RegularExpressions;
using DataHub.GraphQL.Comparison;
using DataHub.GraphQL.Types;
using DataHub.Shared;

namespace DataHub.Releases;

/// <summary>What lies between two versions of the contract, and which of it consumers were not told of in time.</summary>
public sealed partial class ContractChanges
{
    private readonly IReadOnlyList<PlannedRemoval> planned;
    private readonly DateOnly today;

    /// <param name="before">What consumers have.</param>
    /// <param name="after">What they are to get.</param>
    /// <param name="planned">Breaking changes that were announced.</param>
    /// <param name="time">Tells the day on which the change is made, that of Lampung.</param>
    public ContractChanges(Schema before, Schema after, IReadOnlyList<PlannedRemoval> planned, TimeProvider time)
    {
        (this.planned, today) = (planned, Wib.DateOf(time.GetUtcNow()));
        All =
        [
            .. SchemaComparison.Compare(before, after, PolicyChanges.Judge).Concat(PolicyChanges.Of(before, after))
                .OrderByDescending(c => c.Level).ThenBy(c => c.Coordinate, StringComparer.Ordinal).ThenBy(c => c.Kind),
        ];
    }

    /// <summary>The gravest first.</summary>
    public IReadOnlyList<SchemaChange> All { get; }

    /// <summary>Breaking changes that may not be made: not announced, or announced for a later day.</summary>
    public IEnumerable<SchemaChange> Refused => All.Where(c => c.Level == ChangeLevel.Breaking && !IsDue(Plan(c)));

    /// <summary>The entry that announced a change; null when none did.</summary>
    public PlannedRemoval? Plan(SchemaChange change) => planned.FirstOrDefault(p => p.At == change.Coordinate && p.Change == KindName(change.Kind));

    private bool IsDue(PlannedRemoval? plan) => plan is not null && plan.From <= today;

    /// <summary>The kind as entries and listings spell it, <c>FIELD_REMOVED</c>.</summary>
    public static string KindName(ChangeKind kind) => InnerCapital().Replace(kind.ToString(), "_$0").ToUpperInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex InnerCapital();
}
