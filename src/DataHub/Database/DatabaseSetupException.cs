namespace DataHub.Database;

/// <summary>
/// The database cannot be opened, started or migrated until an operator does something; the message is one line that says what.
/// </summary>
public sealed class DatabaseSetupException : Exception
{
    /// <summary>Without a message there is nothing an operator could do; use the other constructors.</summary>
    public DatabaseSetupException()
    {
    }

    public DatabaseSetupException(string message)
        : base(message)
    {
    }

    public DatabaseSetupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
