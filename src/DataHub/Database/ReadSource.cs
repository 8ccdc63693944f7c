using Npgsql;

namespace DataHub.Database;

/// <summary>Where requests read from.</summary>
/// <param name="DataSource">The pool of connections.</param>
/// <param name="IsRepeatableRead">
/// True when its connections are READ ONLY and REPEATABLE READ unless told otherwise, so that statements sent together see one moment.
/// </param>
public sealed record ReadSource(NpgsqlDataSource DataSource, bool IsRepeatableRead)
{
    /// <summary>
    /// A pool for requests alone. They change nothing of a connection's state, so nothing has to be put back when another one takes it:
    /// Npgsql would send seven statements for that with each request.
    /// </summary>
    public static ReadSource Connect(string connectionString)
    {
        var source = HubDatabase.Connect(connectionString, settings =>
        {
            settings.NoResetOnClose = true;
            settings.Options = $"{settings.Options} -c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on".TrimStart();
        });
        return new ReadSource(source, IsRepeatableRead: true);
    }
}
