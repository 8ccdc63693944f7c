using DataHub.Access;

namespace DataHub.Linkage.Review;

/// <summary>How stewards stand in what they decide: client and subject of their tokens.</summary>
internal static class StewardName
{
    public static string Of(Caller caller) => $"{caller.Client}/{caller.Subject}";

    /// <summary>True when it is the same person, by whichever client.</summary>
    public static bool IsSame(string name, Caller caller) => name.EndsWith($"/{caller.Subject}", StringComparison.Ordinal);
}
