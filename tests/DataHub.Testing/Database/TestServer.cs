using System.Diagnostics;
using DataHub.Database;
using DataHub.Database.Embedded;
using Npgsql;

namespace DataHub.Testing;

/// <summary>One throwaway PostgreSQL server for all tests of this process, with a migrated template database.</summary>
internal sealed class TestServer
{
    private const string Template = "datahub_template";
    private static readonly Lazy<Task<TestServer>> Shared = new(StartAsync);
    private readonly NpgsqlDataSource administration;
    private readonly EmbeddedPostgres server;
    // Kept: the reaper's input would end when this is collected.
    private readonly Process reaper;

    private TestServer(EmbeddedPostgres server, Process reaper)
    {
        (this.server, this.reaper) = (server, reaper);
        administration = NpgsqlDataSource.Create(ConnectionString("postgres"));
    }

    public static Task<TestServer> GetAsync() => Shared.Value;

    public string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = database, MaxPoolSize = 10, IncludeErrorDetail = true }.ConnectionString;

    public Task CreateAsync(string database) => ExecuteAsync($"create database {database} template {Template} strategy file_copy");

    public Task DropAsync(string database) => ExecuteAsync($"drop database if exists {database} with (force)");

    private static async Task<TestServer> StartAsync()
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("The tests' PostgreSQL needs Linux or macOS.");
        var folder = Directory.CreateTempSubdirectory("datahub-test-");
        // The user that runs the server for root must get through to the cluster's folder.
        File.SetUnixFileMode(
            folder.FullName,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        var home = Path.Combine(folder.FullName, "pg");
        var reaper = StartReaper(folder.FullName, Path.Combine(home, "cluster", "postmaster.pid"));
        var server = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions { DataDirectory = folder.FullName, ClusterHome = home, Durable = false }, CancellationToken.None);
        var testServer = new TestServer(server, reaper);
        await testServer.ExecuteAsync($"create database {Template}");
        await using var template = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(testServer.ConnectionString(Template)) { Pooling = false });
        await Migrator.MigrateAsync(template, CancellationToken.None);
        return testServer;
    }

    // The runner kills a test process some 100 ms after its last test, so the process cannot be relied on to clean up after itself.
    // The reaper's input ends when the process is gone, however it went; then it stops the server and removes the folder.
    private static Process StartReaper(string folder, string pidFile)
    {
        const string Script = """
            trap '' HUP INT TERM
            exec >/dev/null 2>&1
            cat
            pid=$(head -n 1 "$2")
            if [ -n "$pid" ]; then
              kill -QUIT "$pid"
              tries=0
              while [ -e "$2" ] && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
            fi
            rm -rf "$1"
            """;
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "reaper", folder, pidFile]) { RedirectStandardInput = true, WorkingDirectory = "/" };
        return Process.Start(start)!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = administration.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
