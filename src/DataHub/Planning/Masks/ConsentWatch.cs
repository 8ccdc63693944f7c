using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// Ends a long answer that shows values by consent: its rows are of the moment at which it began, and who has withdrawn consent since must not
/// find it in force for longer than a withdrawal takes elsewhere.
/// </summary>
internal sealed class ConsentWatch
{
    /// <summary>Code of the error that ends the answer.</summary>
    public const string Code = "CONSENT_STALE";

    /// <summary>How old the moment may be when a chunk is read; with the chunk's own time it stays below five seconds.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(4);

    private readonly TimeProvider time;
    private readonly long? began;

    private ConsentWatch(TimeProvider time, long? began) => (this.time, this.began) = (time, began);

    /// <summary>Begins to watch over what is asked of the rows; of an answer without values by consent nothing is watched.</summary>
    public static ConsentWatch Begin(HubView view, SelectionPlan asked) =>
        new(view.Hub.Time, AsksConsented(view, asked) ? view.Hub.Time.GetTimestamp() : null);

    /// <summary>Throws when the answer has lasted too long.</summary>
    public void ThrowIfOver()
    {
        if (began is { } since && time.GetElapsedTime(since) > Longest)
            throw new GraphQLException(new GraphQLError(
                "This answer holds values that persons have consented to and was read for too long: consent may have been withdrawn since. Ask for what is missing from the last cursor on.",
                Code));
    }

    private static bool AsksConsented(HubView view, SelectionPlan selection)
    {
        var type = view.Types.GetValueOrDefault(selection.Type.Name);
        foreach (var field in selection.Fields)
        {
            if (type?.Fields.GetValueOrDefault(field.Definition.Name) is ConsentField) return true;
            foreach (var below in field.Selections.Values)
                if (AsksConsented(view, below)) return true;
        }
        return false;
    }
}
