using System.Net;
using DataHub.Testing;

namespace DataHub.Api.Tests.Health;

public sealed class DatabaseTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task The_hub_is_ready_again_when_the_database_is_back_without_a_restart()
    {
        using var link = new DatabaseLink(database.Database.ConnectionString);
        await using var host = await RunningHost.StartAsync(connectionString: link.ConnectionString);
        for (var round = 0; round < 2; round++)
        {
            Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/health/ready")).StatusCode);
            Assert.Equal("""{"data":{"database":1}}""", (await host.QueryAsync("{ database }")).Body);
            link.Cut();
            Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/health/live")).StatusCode);
            var answer = await host.QueryAsync("{ database }");
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "DATABASE_UNAVAILABLE"), (answer.Status, answer.Code));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Client.GetAsync("/health/ready")).StatusCode);
            link.Mend();
        }
        Assert.Equal("""{"data":{"database":1}}""", (await host.QueryAsync("{ database }")).Body);
    }

    [Fact]
    public async Task An_owners_token_stands_for_the_owner_of_a_business()
    {
        await using var host = await RunningHost.StartAsync(connectionString: database.Database.ConnectionString);
        var empty = await AskAsync(host, null);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (empty.Status, empty.Json.GetProperty("error").GetString()));
        await FillAsync();
        Assert.Equal(1, await PersonAsync(host, await AskAsync(host, null)));
        Assert.Equal(2, await PersonAsync(host, await AskAsync(host, "9120000000002")));
        var unknown = await AskAsync(host, "9120000000009' or 1=1 --");
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (unknown.Status, unknown.Json.GetProperty("error").GetString()));
    }

    private static async Task<Answer> AskAsync(RunningHost host, string? nib)
    {
        var members = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "owner-sandbox",
            ["client_secret"] = "sandbox",
        };
        if (nib is not null) members["nib"] = nib;
        using var form = new FormUrlEncodedContent(members);
        return await Answer.OfAsync(await host.Client.PostAsync("/connect/token", form));
    }

    private static async Task<int> PersonAsync(RunningHost host, Answer answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        var token = answer.Json.GetProperty("access_token").GetString()!;
        var who = await host.QueryAsAsync(token, "{ who { person } }");
        return who.Json.GetProperty("data").GetProperty("who").GetProperty("person").GetInt32();
    }

    private async Task FillAsync()
    {
        await using var command = database.DataSource.CreateCommand(
            """
            insert into registry.person (id, name) values (1, 'Sari'), (2, 'Budi');
            insert into registry.business (id, nib, owner_id, origin_feed, origin_key) values
              (1, '9120000000001', 1, 'TEST', '1'), (2, '9120000000002', 2, 'TEST', '2');
            insert into registry.licence (nib, business_id, is_current) values ('9120000000001', 1, true), ('9120000000002', 2, true);
            """);
        await command.ExecuteNonQueryAsync();
    }
}
