using System.Diagnostics;
using System.Globalization;
using DataHub.Changes;
using DataHub.Database;
using DataHub.Database.Embedded;
using DataHub.GraphQL.Errors;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Changes;

/// <summary>What a host's subscribers get: after a cursor, across lost connections, on several hosts, and where a stream has to end.</summary>
public sealed class ChangeFeedTests
{
    private const string EndListeners =
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() "
        + "and query not like '%pg_stat_activity%'";

    [Fact]
    public async Task A_stream_goes_on_after_a_cursor_without_gap_or_repetition_while_events_come()
    {
        await using var world = await ChangeWorld.CreateAsync();
        var host = world.Host();
        using var first = await host.SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        for (var i = 0; i < 700; i += 100)
            await world.RunAsync(string.Join(';', Enumerable.Range(i, 100).Select(n => ChangeWorld.Telling(n))));
        var writing = Task.Run(async () =>
        {
            for (var i = 700; i < 750; i++) await world.TellAsync(i);
        });
        using var second = await host.SubscribeAsync(ChangeSubject.Of(1), first.Start, CancellationToken.None);
        await using var events = second.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        Assert.Equal(Enumerable.Range(0, 750), await ChangeWorld.TakeAsync(events, 750));
        await writing;
    }

    [Fact]
    public async Task A_subscriber_hears_of_its_own_subject_only()
    {
        await using var world = await ChangeWorld.CreateAsync();
        var host = world.Host();
        using var stream = await host.SubscribeAsync(ChangeSubject.Of(2), null, CancellationToken.None);
        await using var events = stream.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        await world.TellAsync(1, run: 1);
        await world.TellAsync(2, run: 2);
        Assert.Equal([2], await ChangeWorld.TakeAsync(events, 1));
        using var again = await host.SubscribeAsync(ChangeSubject.Of(1), stream.Start, CancellationToken.None);
        await using var earlier = again.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        Assert.Equal([1], await ChangeWorld.TakeAsync(earlier, 1));
    }

    [Fact]
    public async Task Every_host_on_a_database_sees_every_event()
    {
        await using var world = await ChangeWorld.CreateAsync();
        using var here = await world.Host().SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        using var there = await world.Host().SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        foreach (var number in new[] { 1, 2, 3 }) await world.TellAsync(number);
        foreach (var stream in new[] { here, there })
        {
            await using var events = stream.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
            Assert.Equal([1, 2, 3], await ChangeWorld.TakeAsync(events, 3));
        }
    }

    [Fact]
    public async Task Events_that_happen_while_the_listening_connection_is_gone_arrive_after_it()
    {
        await using var world = await ChangeWorld.CreateAsync();
        using var stream = await world.Host().SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        await using var events = stream.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        await world.TellAsync(1);
        Assert.Equal([1], await ChangeWorld.TakeAsync(events, 1));
        // In one transaction: no event can be handed on by the connection that it ends.
        await using (var connection = await world.DataSource.OpenConnectionAsync())
        await using (var command = new NpgsqlCommand($"{EndListeners}; {ChangeWorld.Telling(2)}", connection))
            await command.ExecuteNonQueryAsync();
        NpgsqlConnection.ClearAllPools();
        await world.TellAsync(3);
        Assert.Equal([2, 3], await ChangeWorld.TakeAsync(events, 2));
        Assert.Single(world.Failures);
    }

    [Fact]
    public async Task Events_of_a_server_that_was_killed_and_started_again_arrive()
    {
        using var folder = new TemporaryFolder();
        var options = new EmbeddedPostgresOptions { DataDirectory = folder.Path, ClusterHome = folder.Of("pg"), Durable = true };
        var killed = await EmbeddedPostgres.StartAsync(options, CancellationToken.None);
        await using var dataSource = HubDatabase.Connect(killed.ConnectionString);
        await Migrator.MigrateAsync(dataSource, CancellationToken.None);
        var failures = new List<Exception>();
        await using var feed = new ChangeFeed(dataSource, dataSource, new ChangeSettings(), failures.Add);
        using var stream = await feed.SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        await using var events = stream.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        await TellAsync(dataSource, 1);
        Assert.Equal([1], await ChangeWorld.TakeAsync(events, 1));
        await KillAsync(killed);
        await using var next = await EmbeddedPostgres.StartAsync(options, CancellationToken.None);
        dataSource.Clear();
        await TellAsync(dataSource, 2);
        Assert.Equal([2], await ChangeWorld.TakeAsync(events, 1));
        await killed.DisposeAsync();
    }

    [Fact]
    public async Task Without_notifications_events_are_found_by_asking()
    {
        await using var world = await ChangeWorld.CreateAsync();
        await world.RunAsync("alter table changes.outbox disable trigger outbox_after_write");
        var host = world.Host(new ChangeSettings { PollTime = TimeSpan.FromMilliseconds(50) });
        using var stream = await host.SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        await using var events = stream.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        await world.TellAsync(1);
        Assert.Equal([1], await ChangeWorld.TakeAsync(events, 1));
    }

    [Fact]
    public async Task A_cursor_before_what_is_kept_is_refused()
    {
        await using var world = await ChangeWorld.CreateAsync();
        using var first = await world.Host().SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        await world.TellAsync(1);
        await world.TellAsync(2);
        var kept = await world.ValueAsync<long>("select max(position) from changes.outbox");
        await world.RunAsync("update changes.outbox set at = at - interval '8 days' where received = 1");
        var other = world.Host();
        Assert.Equal(ChangeErrors.CursorExpired, await RefusalAsync(other, first.Start));
        using var stream = await other.SubscribeAsync(ChangeSubject.Of(1), kept - 1, CancellationToken.None);
        await using var events = stream.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        Assert.Equal([2], await ChangeWorld.TakeAsync(events, 1));
    }

    [Fact]
    public async Task A_cursor_ahead_of_the_database_is_refused()
    {
        await using var world = await ChangeWorld.CreateAsync();
        await world.TellAsync(1);
        Assert.Equal(ChangeErrors.CursorExpired, await RefusalAsync(world.Host(), 1_000));
    }

    [Fact]
    public async Task A_host_that_was_cut_off_for_longer_than_events_are_kept_ends_its_streams()
    {
        await using var world = await ChangeWorld.CreateAsync();
        using var stream = await world.Host().SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        await world.RunAsync($"{ChangeWorld.Telling(1)}; delete from changes.outbox; update changes.horizon set position = 1");
        Assert.Equal(ChangeErrors.CursorExpired, await EndAsync(stream));
    }

    [Fact]
    public async Task A_subscriber_that_takes_nothing_is_ended_and_others_go_on()
    {
        await using var world = await ChangeWorld.CreateAsync();
        var host = world.Host(new ChangeSettings { PollTime = TimeSpan.FromMinutes(5), QueueLength = 5 });
        using var slow = await host.SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        using var quick = await host.SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        await using var events = quick.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        for (var i = 0; i < 8; i++)
        {
            await world.TellAsync(i);
            Assert.Equal([i], await ChangeWorld.TakeAsync(events, 1));
        }
        Assert.Equal(1, host.Subscribers);
        var taken = new List<int>();
        await using var late = slow.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        var end = await Assert.ThrowsAsync<GraphQLException>(async () =>
        {
            while (await late.MoveNextAsync()) taken.Add(((RunProgressed)late.Current).Received);
        });
        Assert.Equal(ChangeErrors.TooSlow, end.Errors[0].Code);
        Assert.Equal([0, 1, 2, 3, 4], taken);
    }

    [Fact]
    public async Task Whoever_leaves_is_forgotten()
    {
        await using var world = await ChangeWorld.CreateAsync();
        var host = world.Host();
        using var gone = new CancellationTokenSource();
        var left = await host.SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        _ = await host.SubscribeAsync(ChangeSubject.Of(["0000000000001"], _ => true), null, gone.Token);
        Assert.Equal(2, host.Subscribers);
        left.Dispose();
        Assert.Equal(1, host.Subscribers);
        await gone.CancelAsync();
        Assert.Equal(0, host.Subscribers);
    }

    [Fact]
    public async Task A_host_that_stops_ends_its_streams_and_takes_no_more()
    {
        await using var world = await ChangeWorld.CreateAsync();
        var host = world.Host();
        using var stream = await host.SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        host.Stop();
        Assert.Equal(ChangeErrors.Stopping, await EndAsync(stream));
        Assert.Equal(ChangeErrors.Stopping, await RefusalAsync(host, null));
        await host.DisposeAsync();
        Assert.Equal(0L, await world.ValueAsync<long>("select count(*) from pg_stat_activity where datname = current_database() and query like 'listen%'"));
    }

    [Fact]
    public async Task Nobody_can_subscribe_while_the_database_is_away()
    {
        await using var nowhere = HubDatabase.Connect("Host=/nowhere;Username=nobody;Database=nothing;Timeout=2");
        await using var feed = new ChangeFeed(nowhere, nowhere, new ChangeSettings(), _ => { });
        Assert.Equal(ChangeErrors.Unavailable, await RefusalAsync(feed, null));
    }

    private static async Task<string> RefusalAsync(ChangeFeed feed, long? after)
    {
        var refusal = await Assert.ThrowsAsync<GraphQLException>(() => feed.SubscribeAsync(ChangeSubject.Of(1), after, CancellationToken.None));
        return refusal.Errors[0].Code;
    }

    private static async Task<string> EndAsync(ChangeStream stream)
    {
        await using var events = stream.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        var end = await Assert.ThrowsAsync<GraphQLException>(() => ChangeWorld.TakeAsync(events, 1));
        return end.Errors[0].Code;
    }

    private static async Task TellAsync(NpgsqlDataSource dataSource, int number)
    {
        await using var command = dataSource.CreateCommand(ChangeWorld.Telling(number));
        await command.ExecuteNonQueryAsync();
    }

    private static async Task KillAsync(EmbeddedPostgres server)
    {
        var pid = File.ReadLines(Path.Combine(server.ClusterDirectory, "postmaster.pid")).First();
        using var process = Process.GetProcessById(int.Parse(pid, NumberStyles.None, CultureInfo.InvariantCulture));
        process.Kill();
        await process.WaitForExitAsync();
    }
}
