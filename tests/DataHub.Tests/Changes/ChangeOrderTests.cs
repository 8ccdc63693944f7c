using DataHub.Changes;
using Npgsql;

namespace DataHub.Tests.Changes;

/// <summary>Positions rise in the order in which events become visible, whatever order transactions begin and end in.</summary>
public sealed class ChangeOrderTests
{
    [Fact]
    public async Task A_writer_that_began_earlier_and_commits_later_is_not_passed_over()
    {
        await using var world = await ChangeWorld.CreateAsync();
        using var stream = await world.Host().SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        await using var events = stream.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        await using var early = await world.DataSource.OpenConnectionAsync();
        await using var transaction = await early.BeginTransactionAsync();
        await ExecuteAsync(early, ChangeWorld.Telling(1));
        var late = world.TellAsync(2);
        await UntilSomebodyWaitsAsync(world);
        Assert.False(late.IsCompleted);
        await transaction.CommitAsync();
        await late;
        Assert.Equal([1, 2], await ChangeWorld.TakeAsync(events, 2));
    }

    [Fact]
    public async Task A_writer_that_is_rolled_back_leaves_a_hole_and_holds_nobody_up()
    {
        await using var world = await ChangeWorld.CreateAsync();
        using var stream = await world.Host().SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        await using var events = stream.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        await using (var connection = await world.DataSource.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await ExecuteAsync(connection, ChangeWorld.Telling(1));
            await transaction.RollbackAsync();
        }
        await world.TellAsync(2);
        Assert.Equal([2], await ChangeWorld.TakeAsync(events, 1));
    }

    [Fact]
    public async Task A_transaction_that_only_runs_long_keeps_no_event_back()
    {
        await using var world = await ChangeWorld.CreateAsync();
        using var stream = await world.Host().SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        await using var events = stream.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        await using var other = await world.DataSource.OpenConnectionAsync();
        await using var load = await other.BeginTransactionAsync();
        await ExecuteAsync(other, "insert into training.programme (code) values ('P')");
        await world.TellAsync(1);
        Assert.Equal([1], await ChangeWorld.TakeAsync(events, 1));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing_and_repeat_nothing()
    {
        const int Writers = 6, Each = 25;
        await using var world = await ChangeWorld.CreateAsync();
        using var stream = await world.Host().SubscribeAsync(ChangeSubject.Of(1), null, CancellationToken.None);
        await using var events = stream.ReadAsync(CancellationToken.None).GetAsyncEnumerator();
        // The statement after the event keeps some transactions open longer than others.
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
                await world.RunAsync($"{ChangeWorld.Telling((writer * Each) + i)}; select pg_sleep({(writer + i) % 3} * 0.002)");
        })));
        var taken = await ChangeWorld.TakeAsync(events, Writers * Each);
        await writing;
        Assert.Equal(Enumerable.Range(0, Writers * Each), taken.Order());
    }

    [Fact]
    public async Task An_event_is_on_disk_before_anybody_sees_it_whatever_the_session_is_set_to()
    {
        await using var world = await ChangeWorld.CreateAsync();
        await using var connection = await world.DataSource.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await ExecuteAsync(connection, $"set local synchronous_commit = off; {ChangeWorld.Telling(1)}");
        await using var setting = new NpgsqlCommand("select current_setting('synchronous_commit')", connection);
        Assert.Equal("on", await setting.ExecuteScalarAsync());
    }

    private static async Task UntilSomebodyWaitsAsync(ChangeWorld world)
    {
        while (!await world.ValueAsync<bool>(
            "select exists (select from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database()))"))
            await Task.Delay(10);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
