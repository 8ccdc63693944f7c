namespace DataHub.Database;

/// <summary>
/// Reads once more when the connection turned out to be lost: after a restart of the server the pool holds connections that are none.
/// </summary>
public static class SecondTry
{
    /// <summary><paramref name="read"/> takes its connection itself, and changes nothing.</summary>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception exception) when (DatabaseFailures.HasBroken(exception))
        {
            DatabaseMetrics.Repeated.Add(1);
            return await read();
        }
    }
}
