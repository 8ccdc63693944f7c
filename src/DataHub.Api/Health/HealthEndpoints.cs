using DataHub.Database;
using Npgsql;

namespace DataHub.Api.Health;

/// <summary>
/// <c>/health/live</c>: the process answers; restart it when it does not. <c>/health/ready</c>: the database answers too; send no traffic
/// when it does not.
/// </summary>
internal sealed class HealthEndpoints(NpgsqlDataSource database)
{
    public const string LivePath = "/health/live";
    public const string ReadyPath = "/health/ready";
    private static readonly TimeSpan DatabaseTime = TimeSpan.FromSeconds(2);

    public static Task LiveAsync(HttpContext http) => http.Response.WriteAsJsonAsync(new { status = "live" });

    public async Task ReadyAsync(HttpContext http)
    {
        if (await IsDatabaseThereAsync(http.RequestAborted))
        {
            await http.Response.WriteAsJsonAsync(new { status = "ready" });
            return;
        }
        http.Response.StatusCode = 503;
        await http.Response.WriteAsJsonAsync(new { status = "unavailable", database = "unreachable" });
    }

    private async Task<bool> IsDatabaseThereAsync(CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(DatabaseTime);
        try
        {
            await SecondTry.ReadAsync(async () =>
            {
                await using var command = database.CreateCommand("select 1");
                return await command.ExecuteScalarAsync(deadline.Token);
            });
            return true;
        }
        catch (Exception exception) when (exception is OperationCanceledException or NpgsqlException or System.Net.Sockets.SocketException)
        {
            return false;
        }
    }
}
