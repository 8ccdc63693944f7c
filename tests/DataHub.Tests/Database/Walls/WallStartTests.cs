using DataHub.Access;
using DataHub.Database;
using DataHub.Database.Walls;
using DataHub.Planning;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Database.Walls;

/// <summary>How the wall is raised, and what a consumer hears when it stops a statement.</summary>
public sealed class WallStartTests(WallWorld world) : IClassFixture<WallWorld>
{
    [Fact]
    public async Task What_is_unchanged_is_left_alone_and_what_changed_is_put_right()
    {
        Assert.False(await Wall.RaiseAsync(world.Hub, world.DataSource, CancellationToken.None));
        var less = WallScript.Of([.. world.Grants.Values.Where(g => g.Kind.Kind != ConsumerKind.Partner)], WallPolicies.All);
        Assert.True(await Wall.RaiseAsync(less, world.DataSource, CancellationToken.None));
        Assert.Equal("42501", await world.RefusalAsync(ConsumerKind.Partner, "select name from registry.business"));
        Assert.True(await Wall.RaiseAsync(world.Hub, world.DataSource, CancellationToken.None));
        Assert.Null(await world.RefusalAsync(ConsumerKind.Partner, "select name from registry.business"));
    }

    [Fact]
    public async Task Hosts_that_start_together_raise_it_once()
    {
        await world.RunAsync("delete from wall.granted");
        var raised = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Wall.RaiseAsync(world.Hub, world.DataSource, CancellationToken.None)));
        Assert.Single(raised, changed => changed);
    }

    [Fact]
    public async Task A_user_who_may_not_make_roles_is_told_what_an_administrator_has_to_run()
    {
        var user = $"weak_{Guid.NewGuid():N}";
        await world.RunAsync($"create role {user}");
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(world.Database.ConnectionString) { Pooling = false, Options = $"-c role={user}" };
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync();
            var refused = await Assert.ThrowsAsync<DatabaseSetupException>(() => WallRoles.EnsureAsync(connection, CancellationToken.None));
            foreach (var role in WallRoles.All) Assert.Contains($"grant {role} to {user};", refused.Message, StringComparison.Ordinal);
            await world.RunAsync(string.Concat(WallRoles.All.Select(role => $"grant {role} to {user};")));
            await WallRoles.EnsureAsync(connection, CancellationToken.None);
        }
        finally
        {
            await world.RunAsync($"drop role {user}");
        }
    }

    [Fact]
    public async Task What_PostgreSQL_refuses_is_an_internal_error_without_a_word_of_it()
    {
        var failures = new List<Exception>();
        await using var hub = HubFactory.Create(new HubParts(world.DataSource, HubFixture.FixedKeys, TimeProvider.System, (failure, _) => failures.Add(failure))
        {
            // A planner that took a partner for a steward.
            Reading = world.Hub.Reading.For(ConsumerKind.Partner),
        });
        var answer = await HubFixture.AskAsync(hub, "{ business(nib: \"0000000000001\") { name owner { name nik } } }", Callers.Steward);
        Assert.Equal(["INTERNAL_SERVER_ERROR"], answer.Codes);
        foreach (var word in new[] { "permission", "denied", "person", "registry", "42501", "select" })
            Assert.DoesNotContain(word, answer.Json.GetProperty("errors").GetRawText(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("42501", Assert.IsType<PostgresException>(Assert.Single(failures)).SqlState);
    }

    [Fact]
    public async Task Statements_of_the_planner_are_each_one_query()
    {
        // What could change the role comes from nowhere: texts are made of the contract's names, values are parameters.
        var answer = await world.AskAsync(
            "query($n: String) { businesses(where: { name: { contains: $n } }, first: 5) { totalCount nodes { id owner { name } loans { nodes { nomorAkad } } } } }",
            Callers.Bank, new { n = "'; set role none; --" });
        Assert.Empty(answer.Codes);
        Assert.All(answer.Statements, statement =>
        {
            Assert.StartsWith("select ", statement.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(";", statement.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("role", statement.Text, StringComparison.Ordinal);
        });
    }
}
