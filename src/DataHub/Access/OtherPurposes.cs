using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Access;

/// <summary>Tells a caller that what it asked for is there for another of the purposes that its token may claim.</summary>
public static class OtherPurposes
{
    /// <summary>Null when no other purpose has anything of the document that is not there for this one.</summary>
    public static string? Tell(Hub hub, PreparedDocument document, Caller caller)
    {
        if (caller.ClaimablePurposes.Count < 2) return null;
        var held = caller.HeldScopes ?? caller.Scopes;
        var here = hub.For(caller).Schema;
        string? coordinate = null;
        var purposes = new List<string>();
        foreach (var purpose in caller.ClaimablePurposes.Where(p => p != caller.Purpose))
        {
            var there = hub.For(caller with { Purpose = purpose, Scopes = ConsumerKinds.ThatAsksFor(purpose).Among(held) }).Schema;
            if (NamedElements.FirstMissing(document, there, here) is not { } missing) continue;
            coordinate ??= missing;
            if (missing == coordinate) purposes.Add(purpose);
        }
        return coordinate is null
            ? null
            : $"\"{coordinate}\" is not open to this client for {caller.Purpose}. "
                + $"It is open to it for {string.Join(" and for ", purposes)}.";
    }
}
