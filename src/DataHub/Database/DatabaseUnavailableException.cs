using System.Net.Sockets;
using Npgsql;

namespace DataHub.Database;

/// <summary>The database does not answer. Its message is for clients: it names no host, path or SQL; the cause is for the log.</summary>
public sealed class DatabaseUnavailableException(Exception cause)
    : Exception("The database is not available at the moment. Try again later.", cause)
{
    /// <summary>Failures to reach the server become this exception; all others stay what they are.</summary>
    public static Exception Translate(Exception exception) => IsOutage(exception) ? new DatabaseUnavailableException(exception) : exception;

    private static bool IsOutage(Exception exception) => exception switch
    {
        // 57P01..57P03: the server is shutting down, crashed or starting; 53300: no connection free; 08xxx: connection lost.
        PostgresException postgres => postgres.SqlState is "57P01" or "57P02" or "57P03" or "53300" || postgres.SqlState.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException { InnerException: SocketException or IOException or TimeoutException } => true,
        NpgsqlException npgsql => npgsql.IsTransient || npgsql.InnerException is null,
        _ => false,
    };
}
