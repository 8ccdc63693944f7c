using System.Diagnostics;
using System.Globalization;
using DataHub.Database;
using DataHub.Database.Embedded;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Database;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private static async Task<T> WhenBackAsync<T>(Func<Task<T>> ask)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (NpgsqlException) when (!patience.IsCancellationRequested)
            {
                await Task.Delay(100, patience.Token);
            }
        }
    }

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_last_user_stops_the_server_in_whatever_order_they_leave()
    {
        var first = await StartAsync();
        var second = await StartAsync();
        var server = PidOf(second);

        await first.DisposeAsync();
        Assert.Equal(server, PidOf(second));
        Assert.Equal(1, await SelectOneAsync(second));

        var third = await StartAsync();
        await second.DisposeAsync();
        Assert.Equal(1, await SelectOneAsync(third));

        await third.DisposeAsync();
        Assert.False(File.Exists(PidFileOf(third)));
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => SelectOneAsync(third));
    }

    [Fact]
    public async Task Users_that_start_at_once_share_one_server()
    {
        var users = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync()));

        Assert.Single(users.Select(PidOf).Distinct());
        foreach (var user in users) Assert.Equal(1, await SelectOneAsync(user));

        await Task.WhenAll(users.Select(user => user.DisposeAsync().AsTask()));
        Assert.False(File.Exists(PidFileOf(users[0])));
    }

    [Fact]
    public async Task What_was_written_is_there_after_a_stop_and_a_start()
    {
        await using (var before = await StartAsync()) await ScalarAsync(before, "create table kept as select 7 as value");
        await using var after = await StartAsync();

        Assert.Equal(7, await ScalarAsync(after, "select value from kept"));
    }

    [Fact]
    public async Task A_pid_file_left_by_a_crash_does_not_stop_the_next_start_even_if_its_number_is_taken()
    {
        string pidFile;
        await using (var before = await StartAsync()) pidFile = PidFileOf(before);
        await File.WriteAllTextAsync(pidFile, $"{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}\n/elsewhere\n");

        await using var after = await StartAsync();

        Assert.NotEqual(Environment.ProcessId, PidOf(after));
        Assert.Equal(1, await SelectOneAsync(after));
    }

    [Fact]
    public async Task A_killed_server_is_started_again_and_has_what_was_committed()
    {
        var killed = await StartAsync(durable: true);
        await ScalarAsync(killed, "create table kept as select 7 as value");
        using (var server = Process.GetProcessById(PidOf(killed)))
        {
            server.Kill();
            await server.WaitForExitAsync();
        }

        await using var next = await StartAsync(durable: true);

        Assert.Equal(7, await ScalarAsync(next, "select value from kept"));
        await killed.DisposeAsync();
        Assert.Equal(1, await SelectOneAsync(next));
    }

    [Theory]
    [InlineData("QUIT")]
    [InlineData("KILL")]
    public async Task A_server_that_dies_while_it_is_used_comes_back_without_a_hand(string signal)
    {
        await using var server = await StartAsync(durable: true);
        await ScalarAsync(server, "create table kept as select 7 as value");
        using (var process = Process.GetProcessById(PidOf(server)))
        {
            using (var kill = Process.Start("kill", ["-s", signal, process.Id.ToString(CultureInfo.InvariantCulture)])) await kill.WaitForExitAsync();
            await process.WaitForExitAsync();
        }

        Assert.Equal(7, await WhenBackAsync(() => ScalarAsync(server, "select value from kept")));
    }

    [Fact]
    public async Task A_folder_left_half_made_is_made_anew()
    {
        Directory.CreateDirectory(folder.Of("pg", "cluster.draft", "base"));
        await File.WriteAllTextAsync(folder.Of("pg", "cluster.draft", "PG_VERSION"), "15\n");

        await using var server = await StartAsync();

        Assert.Equal(1, await SelectOneAsync(server));
        Assert.False(Directory.Exists(folder.Of("pg", "cluster.draft")));
    }

    [Fact]
    public async Task A_data_folder_with_a_long_name_of_odd_letters_works()
    {
        var home = folder.Of(new string('x', 90), "it's a, \"folder\" \\ of é");
        Directory.CreateDirectory(home);
        foreach (var folder in new[] { Path.GetDirectoryName(home)!, home }) AllowPassage(folder);

        await using var server = await StartAsync(home: home);

        Assert.Equal(1, await SelectOneAsync(server));
    }

    [Fact]
    public async Task A_cluster_kept_elsewhere_is_not_given_to_a_data_folder_made_anew()
    {
        var options = new EmbeddedPostgresOptions { DataDirectory = folder.Of("data"), ClusterHome = folder.Of("pg"), Durable = false };
        await using (var before = await EmbeddedPostgres.StartAsync(options, CancellationToken.None))
        {
            await ScalarAsync(before, "create table kept as select 7 as value");
        }

        await using (var again = await EmbeddedPostgres.StartAsync(options, CancellationToken.None))
        {
            Assert.Equal(7, await ScalarAsync(again, "select value from kept"));
        }

        Directory.Delete(folder.Of("data"), recursive: true);
        await using var anew = await EmbeddedPostgres.StartAsync(options, CancellationToken.None);
        Assert.Equal(true, await ScalarAsync(anew, "select to_regclass('kept') is null"));
    }

    [Fact]
    public async Task The_server_listens_on_no_network_address()
    {
        await using var server = await StartAsync();

        Assert.Equal("", await ScalarAsync(server, "select current_setting('listen_addresses')"));
        Assert.Equal("C|C.UTF-8|UTF8", await ScalarAsync(
            server, "select datcollate || '|' || datctype || '|' || pg_encoding_to_char(encoding) from pg_database where datname = current_database()"));
    }

    [Fact]
    public async Task A_cluster_of_a_version_whose_programs_are_missing_is_named()
    {
        Directory.CreateDirectory(folder.Of("pg", "cluster"));
        await File.WriteAllTextAsync(folder.Of("pg", "cluster", "PG_VERSION"), "9\n");

        var exception = await Assert.ThrowsAsync<DatabaseSetupException>(() => StartAsync());

        Assert.Equal(
            "The data folder holds a cluster of PostgreSQL 9, whose programs are missing here: apt-get install postgresql-9", exception.Message);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named()
    {
        await File.WriteAllTextAsync(folder.Of("file"), "");

        var exception = await Assert.ThrowsAsync<DatabaseSetupException>(() => StartAsync(home: folder.Of("file", "pg")));

        Assert.StartsWith($"The data folder {folder.Path} cannot be used: ", exception.Message, StringComparison.Ordinal);
    }

    private static string PidFileOf(EmbeddedPostgres server) => Path.Combine(server.ClusterDirectory, "postmaster.pid");

    private static int PidOf(EmbeddedPostgres server) =>
        int.Parse(File.ReadLines(PidFileOf(server)).First(), NumberStyles.None, CultureInfo.InvariantCulture);

    private static void AllowPassage(string folder)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder, File.GetUnixFileMode(folder) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    private static async Task<object?> SelectOneAsync(EmbeddedPostgres server) => await ScalarAsync(server, "select 1");

    private static async Task<object?> ScalarAsync(EmbeddedPostgres server, string sql)
    {
        await using var dataSource = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = dataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private Task<EmbeddedPostgres> StartAsync(bool durable = false, string? home = null) => EmbeddedPostgres.StartAsync(
        new EmbeddedPostgresOptions { DataDirectory = folder.Path, ClusterHome = home ?? folder.Of("pg"), Durable = durable },
        CancellationToken.None);
}
