using System.Buffers;
using System.Text;
using DataHub.Access;
using DataHub.Access.Budgets;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;
using DataHub.Planning;
using DataHub.Testing;

namespace DataHub.Tests.Planning;

/// <summary>The samples and 12,000 businesses more, and a client that may have pages of 10,000.</summary>
public sealed class ManyBusinesses : HubFixture
{
    public const int Count = 12_000;

    // Names repeat and are missing here and there, so that orders have ties and nulls.
    private const string Rows = """
        insert into registry.business (origin_feed, origin_key, name, registered_on)
        select 'OSS', 'many-' || n, case when n % 11 = 0 then null else 'Usaha "' || n % 997 || '"' end, case when n % 7 = 0 then null else date '2020-01-01' + n % 1500 end
        from generate_series(1, 12000) n;
        """;

    /// <summary>A clock whose timestamps can be put forward.</summary>
    public SteppedClock Clock { get; } = new();

    protected override TimeProvider Time => Clock;

    protected override async Task FillAsync()
    {
        await base.FillAsync();
        Hub.Budgets.Settings = new BudgetSettings(
            [BudgetPlan.Default with { Name = "export", MaxPage = 10_000, Capacity = 100_000_000 }],
            [KeyValuePair.Create(Callers.Steward.Client, "export"), KeyValuePair.Create(Callers.Bank.Client, "export")]);
        await RunAsync(Rows);
    }

    /// <summary>The bytes of an answer as they would leave.</summary>
    /// <param name="document">The operation.</param>
    /// <param name="mayStream">False: the answer at once.</param>
    /// <param name="afterFlush">Runs after each flush, given its number from 1.</param>
    /// <param name="isKept">False: what was flushed is forgotten.</param>
    /// <param name="onSent">Sees the request at the end.</param>
    /// <param name="caller">Who asks; null: a steward.</param>
    /// <param name="cancellation">The client's.</param>
    public async Task<(string Text, bool IsStreamed)> SendAsync(
        string document,
        bool mayStream,
        Func<int, Task>? afterFlush = null,
        bool isKept = true,
        Action<HubRequest>? onSent = null,
        Caller? caller = null,
        CancellationToken cancellation = default)
    {
        await using var request = Hub.Open(caller ?? Callers.Steward);
        var engine = request.View.Engine;
        var result = await engine.ExecuteAsync(
            engine.Prepare(document), new OperationRequest { MayStream = mayStream }, request, cancellation);
        var output = new ArrayBufferWriter<byte>();
        if (result.Stream is not { } stream)
        {
            result.WriteTo(output);
            return (Encoding.UTF8.GetString(output.WrittenSpan), false);
        }
        var flushes = 0;
        using var beginning = new ResponseBuffer();
        Assert.Same(result, result.WriteTo(beginning));
        try
        {
            await stream.WriteAsync(
                beginning,
                output,
                async token =>
                {
                    if (!isKept) output.ResetWrittenCount();
                    if (afterFlush is not null) await afterFlush(++flushes);
                    token.ThrowIfCancellationRequested();
                },
                cancellation);
        }
        finally
        {
            onSent?.Invoke(request);
            await stream.DisposeAsync();
        }
        return (Encoding.UTF8.GetString(output.WrittenSpan), true);
    }
}
