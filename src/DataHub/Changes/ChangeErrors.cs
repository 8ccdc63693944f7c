using DataHub.GraphQL.Errors;

namespace DataHub.Changes;

/// <summary>What ends a stream of changes, or keeps one from beginning; values of <c>extensions.code</c>.</summary>
public static class ChangeErrors
{
    /// <summary>Events after the cursor are no longer kept, or the cursor is ahead of the database (one put back from a backup).</summary>
    public const string CursorExpired = "CURSOR_EXPIRED";

    /// <summary>The subscriber took its events slower than they came.</summary>
    public const string TooSlow = "TOO_SLOW";

    /// <summary>The host is stopping.</summary>
    public const string Stopping = "HUB_STOPPING";

    /// <summary>The database does not answer, so that nothing can be promised. The code is that of requests.</summary>
    public const string Unavailable = "DATABASE_UNAVAILABLE";

    internal static GraphQLException Expired() => Of(
        CursorExpired, "Events after this cursor are no longer kept. Ask for the present state, then subscribe without a cursor.");

    internal static GraphQLException Slow(int queueLength) => Of(
        TooSlow, $"More than {queueLength} events were waiting to be taken. Subscribe again with the last cursor.");

    internal static GraphQLException Stopped() => Of(Stopping, "The hub is stopping. Subscribe again with the last cursor.");

    internal static GraphQLException Away(Exception failure) => Of(Unavailable, failure.Message);

    private static GraphQLException Of(string code, string message) => new(new GraphQLError(message, code));
}
