namespace DataHub.Database;

/// <summary>
/// The database cannot be reached or is shutting down: the request may succeed later, unchanged. The message goes to clients, so it names nothing of
/// the installation; the cause goes to the log.
/// </summary>
public class DatabaseUnavailableException : Exception
{
    /// <summary>Sent as <c>extensions.code</c>.</summary>
    public const string Code = "DATABASE_UNAVAILABLE";

    public DatabaseUnavailableException(Exception? cause = null)
        : base("The data is not available at the moment. Try again shortly.", cause) { }

    protected DatabaseUnavailableException(string message) : base(message) { }

    /// <summary>Failures to reach the server become this exception; all others stay what they are.</summary>
    public static Exception Translate(Exception exception) => exception is not DatabaseUnavailableException && DatabaseFailures.IsUnavailable(exception)
        ? new DatabaseUnavailableException(exception)
        : exception;
}
