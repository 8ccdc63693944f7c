using System.Net.Sockets;
using Npgsql;

namespace DataHub.Database;

/// <summary>Tells a database that is away from a statement that is wrong.</summary>
public static class DatabaseFailures
{
    /// <summary>
    /// True when the exception, or one inside it, says that PostgreSQL cannot be reached, refuses connections for now, or ended this one. The classes
    /// are those of appendix A of PostgreSQL's manual: 08 connection exception, 53300 too many connections, 57P01 to 57P05 shutdown, crash, starting up, dropped, idle.
    /// </summary>
    public static bool IsUnavailable(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (inner is DatabaseUnavailableException or SocketException) return true;
            if (inner is PostgresException answered) return IsUnavailable(answered.SqlState);
            // Npgsql wraps a broken or timed out connection in an IOException or TimeoutException; a usage error has neither.
            if (inner is NpgsqlException { InnerException: IOException or TimeoutException or SocketException }) return true;
            // The pool has no connection to give within its time.
            if (inner is NpgsqlException { InnerException: null, IsTransient: true }) return true;
        }
        return false;
    }

    /// <summary>
    /// True when the connection was lost while it was in use, or before that, while it lay in the pool: the server was restarted, say. On
    /// another connection the same may succeed. False when there was no connection to be had.
    /// </summary>
    public static bool HasBroken(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            // Npgsql empties its pool when one connection breaks in these ways, so that the next one is new.
            if (inner is PostgresException answered) return answered.SqlState is "57P01" or "57P02" or "57P05";
            if (inner is NpgsqlException { InnerException: IOException }) return true;
        }
        return false;
    }

    private static bool IsUnavailable(string sqlState) =>
        sqlState.StartsWith("08", StringComparison.Ordinal) || sqlState is "53300" or "57P01" or "57P02" or "57P03" or "57P05";
}
