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
}
