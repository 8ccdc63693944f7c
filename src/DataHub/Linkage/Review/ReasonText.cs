using DataHub.Credit;
using DataHub.Shared;

namespace DataHub.Linkage.Review;

/// <summary>Why a steward decides: kept as it is and read by others, so no number of a person may stand in it.</summary>
internal static class ReasonText
{
    private const int Longest = 2000;

    /// <summary>What is wrong with a reason; null when nothing is.</summary>
    public static MutationError? Problem(string reason)
    {
        if (reason.Trim().Length is 0 or > Longest) return new("INVALID_TEXT", $"reason must have 1 to {Longest} characters.", "reason");
        return NikText.IsIn(reason)
            ? new("HOLDS_NIK", "reason holds the number of a person: name the person's file instead.", "reason")
            : null;
    }
}
