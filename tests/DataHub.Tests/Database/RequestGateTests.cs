using System.Diagnostics.Metrics;
using DataHub.Database;
using DataHub.Testing;

namespace DataHub.Tests.Database;

public sealed class RequestGateTests
{
    private readonly Alarm time = new();
    private readonly List<string> entered = [];

    [Fact]
    public async Task So_many_enter_at_once_and_the_next_one_when_one_leaves()
    {
        var gate = Gate(2);
        await EnterAsync(gate, "a");
        await EnterAsync(gate, "b");
        var third = EnterAsync(gate, "c");
        Assert.False(third.IsCompleted);
        Assert.Equal((2, 1), (gate.InUse, gate.Waiting));
        gate.Leave();
        await third;
        Assert.Equal((2, 0), (gate.InUse, gate.Waiting));
        gate.Leave();
        gate.Leave();
        Assert.Equal((0, 0), (gate.InUse, gate.Waiting));
    }

    [Fact]
    public async Task Clients_take_turns_however_many_requests_each_has()
    {
        var gate = Gate(1);
        await EnterAsync(gate, "first");
        var all = new[] { "a1", "a2", "a3", "b1", "c1", "b2" }.Select(name => EnterAsync(gate, name)).ToList();
        for (var i = 0; i < all.Count; i++)
        {
            gate.Leave();
            while (Entered() < i + 2) await Task.Yield();
        }
        Assert.Equal(["first", "a1", "b1", "c1", "a2", "b2", "a3"], entered);
    }

    [Fact]
    public async Task Who_comes_when_the_lines_are_full_is_refused_and_told_when_to_come_back()
    {
        var gate = Gate(1, new DatabaseSettings { MaxWaiting = 2, MaxWait = TimeSpan.FromSeconds(2.5) });
        await EnterAsync(gate, "a");
        var waiting = new[] { EnterAsync(gate, "a1"), EnterAsync(gate, "b1") };
        var refusal = await Assert.ThrowsAsync<OverloadedException>(() => EnterAsync(gate, "c1"));
        Assert.Equal(TimeSpan.FromSeconds(3), refusal.RetryAfter);
        Assert.True(DatabaseFailures.IsUnavailable(refusal));
        Assert.All(waiting, t => Assert.False(t.IsCompleted));
    }

    [Fact]
    public async Task A_client_that_fills_the_lines_makes_room_for_another()
    {
        var gate = Gate(1, new DatabaseSettings { MaxWaiting = 3 });
        await EnterAsync(gate, "a");
        var many = new[] { EnterAsync(gate, "a1"), EnterAsync(gate, "a2"), EnterAsync(gate, "a3") };
        await Assert.ThrowsAsync<OverloadedException>(() => EnterAsync(gate, "a4"));
        var other = EnterAsync(gate, "b1");
        await Assert.ThrowsAsync<OverloadedException>(() => many[2]);
        Assert.False(other.IsCompleted);
        Assert.Equal(3, gate.Waiting);
    }

    [Fact]
    public async Task Who_has_waited_too_long_is_refused_and_takes_no_turn()
    {
        var gate = Gate(1);
        await EnterAsync(gate, "a");
        var waiting = EnterAsync(gate, "b");
        time.Ring();
        await Assert.ThrowsAsync<OverloadedException>(() => waiting);
        gate.Leave();
        Assert.Equal((0, 0), (gate.InUse, gate.Waiting));
    }

    [Fact]
    public async Task Who_gives_up_takes_no_turn()
    {
        var gate = Gate(1);
        await EnterAsync(gate, "a");
        using var gone = new CancellationTokenSource();
        var waiting = EnterAsync(gate, "b", cancellation: gone.Token);
        var behind = EnterAsync(gate, "c");
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        gate.Leave();
        await behind;
        Assert.Equal((1, 0), (gate.InUse, gate.Waiting));
    }

    [Fact]
    public async Task Events_wait_in_lines_of_their_own_that_are_never_full()
    {
        var gate = Gate(1, new DatabaseSettings { MaxWaiting = 0 });
        await EnterAsync(gate, "a");
        await Assert.ThrowsAsync<OverloadedException>(() => EnterAsync(gate, "a"));
        var events = Enumerable.Range(0, 50).Select(_ => EnterAsync(gate, "a", isEvent: true)).ToList();
        Assert.Equal(50, gate.Waiting);
        foreach (var answer in events)
        {
            gate.Leave();
            await answer;
        }
    }

    [Fact]
    public async Task Nothing_is_lost_when_turns_come_while_others_give_up()
    {
        var gate = new RequestGate(new DatabaseSettings { PoolSize = 3, MaxWaiting = 1_000 }, TimeProvider.System);
        var running = 0;
        var most = 0;
        await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(async () =>
        {
            using var gone = new CancellationTokenSource();
            if (i % 3 == 0) gone.CancelAfter(i % 7);
            using var pass = new GatePass(gate, new GateKey($"c{i % 5}", i % 11 == 0));
            try
            {
                await pass.EnterAsync(gone.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            var now = Interlocked.Increment(ref running);
            lock (entered) most = Math.Max(most, now);
            await Task.Yield();
            Interlocked.Decrement(ref running);
        })));
        Assert.InRange(most, 1, 3);
        Assert.Equal((0, 0), (gate.InUse, gate.Waiting));
    }

    [Fact]
    public async Task A_request_has_one_turn_for_all_it_does()
    {
        var gate = Gate(1);
        using (var pass = new GatePass(gate, new GateKey("a", false)))
        {
            await pass.EnterAsync(CancellationToken.None);
            await pass.EnterAsync(CancellationToken.None);
            Assert.Equal(1, gate.InUse);
            Assert.Null(pass.Refusal);
        }
        Assert.Equal(0, gate.InUse);
    }

    [Fact]
    public async Task What_happens_is_counted()
    {
        var counted = new Dictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == "DataHub.Database") listening.EnableMeasurementEvents(instrument);
            },
        };
        // Gates of other tests count as well: those of this one run on its own flow of execution.
        var mine = new AsyncLocal<bool> { Value = true };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            if (mine.Value) counted[instrument.Name] = counted.GetValueOrDefault(instrument.Name) + value;
        });
        listener.Start();
        var gate = Gate(1, new DatabaseSettings { MaxWaiting = 1 });
        await EnterAsync(gate, "a");
        var waiting = EnterAsync(gate, "b");
        await Assert.ThrowsAsync<OverloadedException>(() => EnterAsync(gate, "c"));
        Assert.Equal((1, 1, 1), (counted["datahub.database.in_use"], counted["datahub.database.waiting"], counted["datahub.database.refused"]));
        gate.Leave();
        await waiting;
        gate.Leave();
        Assert.Equal((0, 0), (counted["datahub.database.in_use"], counted["datahub.database.waiting"]));
    }

    private RequestGate Gate(int size, DatabaseSettings? settings = null) =>
        new((settings ?? new DatabaseSettings()) with { PoolSize = size }, time);

    private int Entered()
    {
        lock (entered) return entered.Count;
    }

    private async Task EnterAsync(RequestGate gate, string name, bool isEvent = false, CancellationToken cancellation = default)
    {
        // A client is a letter.
        await gate.EnterAsync(new GateKey(name[..1], isEvent), cancellation);
        lock (entered) entered.Add(name);
    }
}
