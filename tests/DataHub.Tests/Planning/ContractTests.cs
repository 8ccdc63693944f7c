using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Tests.Planning;

public sealed class ContractTests
{
    [Fact]
    public async Task Contract_and_code_agree_in_both_directions()
    {
        await using var source = NpgsqlDataSource.Create("Host=localhost");
        HubFactory.Create(new HubParts(source, HubKeys.Generate(), TimeProvider.System, (_, _) => { }));
    }

    [Fact]
    public async Task A_subscription_needs_events_and_a_resolver_and_events_need_a_subscription()
    {
        await using var source = NpgsqlDataSource.Create("Host=localhost");
        var hub = new HubBuilder(new HubParts(source, HubKeys.Generate(), TimeProvider.System, (_, _) => { }));
        var faults = Assert.Throws<InvalidOperationException>(
            () => hub.Build(slices => slices.Events("Query.business", new NoEvents()))).Message;
        Assert.Contains("Subscription.businessChanged: nothing gives it events.", faults, StringComparison.Ordinal);
        Assert.Contains("Subscription.businessChanged: nothing gives it values.", faults, StringComparison.Ordinal);
        Assert.Contains("Query.business: is bound to events, but the contract has no such subscription.", faults, StringComparison.Ordinal);
    }

    private sealed class NoEvents : EventSource
    {
        public override ValueTask<IAsyncEnumerable<object>> SubscribeAsync(ResolveContext context) =>
            ValueTask.FromResult(AsyncEnumerable.Empty<object>());
    }
}
