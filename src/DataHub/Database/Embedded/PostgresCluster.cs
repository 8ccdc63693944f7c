using System.Globalization;
using Npgsql;

namespace DataHub.Database.Embedded;

/// <summary>Makes, starts and stops the server of one cluster. Its caller holds the gate.</summary>
internal sealed class PostgresCluster(ClusterPlace place, ClusterAccount account, PostgresBinaries binaries)
{
    // Recovery after a crash reads up to max_wal_size of log.
    private const string PatienceInSeconds = "600";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PatienceWithSilentServer = TimeSpan.FromSeconds(10);

    /// <summary>The version of the cluster that is there, or null.</summary>
    public static int? MajorOf(ClusterPlace place)
    {
        var file = Path.Combine(place.Cluster, "PG_VERSION");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var major)
            ? major
            : null;
    }

    /// <summary>Makes the cluster when there is none. A folder left half-made by a killed run is thrown away first.</summary>
    public async Task CreateIfMissingAsync(bool durable, CancellationToken cancellationToken)
    {
        if (Directory.Exists(place.Draft)) Directory.Delete(place.Draft, recursive: true);
        if (Directory.Exists(place.Cluster)) return;

        Directory.CreateDirectory(place.Draft);
        await account.OwnAsync(place.Draft, cancellationToken);
        string[] words =
        [
            binaries.InitDb, "-D", place.Draft, "-U", ClusterSettings.Name, "--locale=C.UTF-8", "--lc-collate=C", "--encoding=UTF8", "--auth=peer",
            durable ? "--no-instructions" : "--no-sync",
        ];
        var result = await Command.RunAsync(account.Run(words), cancellationToken);
        if (result.ExitCode != 0)
            throw new DatabaseSetupException($"PostgreSQL could not make a cluster in {place.Home}: {Command.LastLine(result.Error)}");
        Directory.Move(place.Draft, place.Cluster);
    }

    /// <summary>Joins the server that runs, or starts it.</summary>
    public async Task EnsureRunningAsync(bool durable, CancellationToken cancellationToken)
    {
        if (await AnswersAsync(cancellationToken)) return;
        if (ServerProcess.Of(place) is { } silent && await AnswersInTimeAsync(silent, cancellationToken)) return;
        if (ServerProcess.Of(place) is not null) await StopAsync("immediate", cancellationToken);
        File.Delete(place.PidFile);

        ClusterSettings.Write(place, durable);
        // pg_ctl hands its words to a shell, between double quotes: from within the folder no path can upset that.
        // It gives the server a session of its own, so Ctrl-C in a terminal does not reach it.
        var result = await Command.RunAsync(
            account.Run(
                binaries.PgCtl, "start", "-D", ".", "-w", "-t", PatienceInSeconds, "-s", "-l", Path.GetFileName(place.StartLog),
                "-o", $"-c config_file=../{Path.GetFileName(place.Settings)}"),
            cancellationToken,
            place.Cluster);
        if (result.ExitCode != 0)
            throw new DatabaseSetupException($"PostgreSQL did not start: {LastComplaint() ?? Command.LastLine(result.Error)}");
    }

    /// <summary>Stops the server; its clients are disconnected. Nothing happens when none runs.</summary>
    public async Task StopAsync(string mode, CancellationToken cancellationToken)
    {
        if (ServerProcess.Of(place) is null) return;
        var result = await Command.RunAsync(
            account.Run(binaries.PgCtl, "stop", "-D", place.Cluster, "-w", "-t", PatienceInSeconds, "-s", "-m", mode), cancellationToken);
        if (result.ExitCode != 0 && ServerProcess.Of(place) is not null)
            throw new DatabaseSetupException($"PostgreSQL did not stop: {Command.LastLine(result.Error)}");
    }

    /// <summary>Makes the hub's database when it is not there yet.</summary>
    public async Task CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync(cancellationToken);
        await using var look = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection);
        look.Parameters.Add(new() { Value = ClusterSettings.Name });
        if (await look.ExecuteScalarAsync(cancellationToken) is not null) return;
        await using var create = new NpgsqlCommand($"create database {ClusterSettings.Name}", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// How a client reaches a database of this cluster. The kernel tells the server who the client is, there is no password.
    /// </summary>
    public string ConnectionString(string database, bool pooling = false) => new NpgsqlConnectionStringBuilder
    {
        Host = place.SocketFolder,
        Port = 5432,
        Username = ClusterSettings.Name,
        Database = database,
        SslMode = SslMode.Disable,
        Pooling = pooling,
        Timeout = 15,
    }.ConnectionString;

    private async Task<bool> AnswersInTimeAsync(int process, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(PatienceWithSilentServer);
        while (!patience.IsCancellationRequested && ServerProcess.Of(place) == process)
        {
            await Task.Delay(Pause, cancellationToken);
            if (await AnswersAsync(cancellationToken)) return true;
        }

        return false;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
                await connection.OpenAsync(cancellationToken);
                return true;
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.CannotConnectNow)
            {
                // Starting, recovering or shutting down: it will answer or be gone.
                await Task.Delay(Pause, cancellationToken);
            }
            catch (PostgresException exception)
            {
                throw new DatabaseSetupException(
                    $"The built-in PostgreSQL refuses {ClusterAccount.Caller}: {exception.MessageText}.", exception);
            }
            catch (NpgsqlException)
            {
                return false;
            }
        }
    }

    private string? LastComplaint()
    {
        if (!File.Exists(place.StartLog)) return null;
        var lines = File.ReadAllLines(place.StartLog);
        return lines.LastOrDefault(line => line.Contains("FATAL", StringComparison.Ordinal))
            ?? $"see {Path.Combine(place.Cluster, "log")}";
    }
}
