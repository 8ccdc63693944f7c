using System.Diagnostics;
using DataHub.Database;
using DataHub.Shared.Secrets;

namespace DataHub.Faults.Loading;

/// <summary>A data folder that deliveries are loaded into. The keys are those of the first stage, so that hashes can be compared.</summary>
internal sealed class LoadStage : IAsyncDisposable
{
    // An orphan of PostgreSQL works its statement off before it notices that nobody listens; until then it holds the feed's lock.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private readonly string hub;
    private readonly string folder;
    private HubDatabase? database;

    private LoadStage(string hub, string folder) => (this.hub, this.folder) = (hub, folder);

    public string KeyFile => Path.Combine(folder, "keys", "hub.keys");

    /// <summary>Makes the folder and starts its server.</summary>
    public static async Task<LoadStage> OpenAsync(string hub, string? keys)
    {
        var stage = new LoadStage(hub, Directory.CreateTempSubdirectory("datahub-loads-").FullName);
        // The user that runs PostgreSQL for root must get through.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(stage.folder, (UnixFileMode)0b111_101_101);
        if (keys is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(stage.KeyFile)!);
            File.Copy(keys, stage.KeyFile);
        }

        await stage.ServeAsync();
        return stage;
    }

    public LoaderProcess Load(string files) => LoaderProcess.Start(hub, folder, files);

    /// <summary>Loads to the end, which must succeed; tells how long it took.</summary>
    public async Task<TimeSpan> LoadWholeAsync(string files)
    {
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            using var loader = Load(files);
            var code = await loader.EndAsync();
            if (code == 0) return Stopwatch.GetElapsedTime(since);
            if (Stopwatch.GetElapsedTime(since) > Patience)
                throw new InvalidOperationException($"the load ended with {code}: {loader.Complaint}");
            await Task.Delay(Pause);
        }
    }

    /// <summary>kill -9 of PostgreSQL's first process.</summary>
    public async Task KillServerAsync()
    {
        var process = new ServerFiles(await DirectoryAsync()).Process();
        Signal.Send(process, Signal.Kill);
        while (Directory.Exists($"/proc/{process}")) await Task.Delay(10);
        // Its orphans end when they notice; the next to open the folder starts another server.
        await LeaveAsync();
    }

    /// <summary>How many files are whole, and how many runs are said to be under way.</summary>
    public async Task<(long Done, long Running)> RunsAsync()
    {
        await ServeAsync();
        await using var command = database!.DataSource.CreateCommand(
            "select count(*) filter (where status = 'DONE'), count(*) filter (where status = 'RUNNING') from feeds.feed_run");
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    public async Task<HubState> ReadAsync()
    {
        await ServeAsync();
        return await HubState.ReadAsync(database!.DataSource, new Protector(HubKeys.LoadOrCreate(KeyFile)));
    }

    public async ValueTask DisposeAsync()
    {
        await ServeAsync();
        var cluster = Path.GetDirectoryName(await DirectoryAsync())!;
        await LeaveAsync();
        // Root's PostgreSQL runs as another user, and has its files elsewhere.
        if (!cluster.StartsWith(folder, StringComparison.Ordinal)) Directory.Delete(cluster, recursive: true);
        Directory.Delete(folder, recursive: true);
    }

    private async Task<string> DirectoryAsync()
    {
        await using var command = database!.DataSource.CreateCommand("show data_directory");
        return (string)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Starts the server of the folder, or joins it. Orphans of a killed server hold its memory until they notice.</summary>
    private async Task ServeAsync()
    {
        var since = Stopwatch.GetTimestamp();
        while (database is null)
        {
            try
            {
                database = await HubDatabase.OpenAsync(new HubDatabaseOptions { DataDirectory = folder }, CancellationToken.None);
            }
            catch (DatabaseSetupException) when (Stopwatch.GetElapsedTime(since) < Patience)
            {
                await Task.Delay(Pause);
            }
        }
    }

    private async Task LeaveAsync()
    {
        if (database is null) return;
        await database.DisposeAsync();
        database = null;
    }
}
