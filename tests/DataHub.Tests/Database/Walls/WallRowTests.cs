using DataHub.Access;
using DataHub.Database;
using DataHub.Database.Walls;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Database.Walls;

/// <summary>Rows of several owners in one table: each caller meets its own, whatever the statement says, whoever used the connection before.</summary>
public sealed class WallRowTests(WallWorld world) : IClassFixture<WallWorld>
{
    private const string Lenders = "select distinct lender_code from credit.loan order by 1";

    [Fact]
    public async Task A_bank_meets_the_loans_it_gave_and_no_others()
    {
        await using var connection = await world.Pools.For(ConsumerKind.Bank).DataSource.OpenConnectionAsync();
        Assert.Equal(["002"], await ReadAsync<string>(connection, Callers.Bank, Lenders));
        Assert.Equal(["008"], await ReadAsync<string>(connection, Callers.Bank with { Organisation = "008" }, Lenders));
        Assert.Empty(await ReadAsync<string>(connection, Callers.Bank with { Organisation = null }, Lenders));
        // The setting ended with each transaction.
        Assert.Empty(await WallWorld.ListAsync<string>(connection, Lenders));
    }

    [Theory]
    [InlineData("registry.business", "id", "1")]
    [InlineData("registry.person", "id", "1")]
    [InlineData("registry.licence", "business_id", "1")]
    [InlineData("credit.loan", "person_id", "1")]
    [InlineData("training.participation", "person_id", "1")]
    [InlineData("market.certificate", "business_id", "1")]
    [InlineData("market.product", "business_id", "1")]
    [InlineData("market.shop", "business_id", "1")]
    [InlineData("market.exhibition_participation", "business_id", "1")]
    [InlineData("market.procurement_contract", "business_id", "1")]
    [InlineData("market.partnership", "business_id", "1")]
    [InlineData("market.listing", "product_id in (1, 2, 3)", "true")]
    [InlineData("registry.provenance", "business_id", "1")]
    [InlineData("audit.entry", "1 = any(persons) or 1 = any(businesses)", "true")]
    [InlineData("rights.request", "person_id", "1")]
    public async Task An_owner_meets_their_own_rows_and_no_others(string table, string column, string own)
    {
        await using var connection = await world.Pools.For(ConsumerKind.Owner).DataSource.OpenConnectionAsync();
        var sql = $"select distinct ({column})::text from {table}";
        Assert.All(await ReadAsync<string>(connection, Callers.Owner(1), sql), value => Assert.Equal(own, value));
        Assert.DoesNotContain(own, await ReadAsync<string>(connection, Callers.Owner(9_999), sql));
        Assert.Empty(await WallWorld.ListAsync<string>(connection, sql));
        if (table != "registry.provenance") Assert.NotEmpty(await ReadAsync<string>(connection, Callers.Owner(1), sql));
    }

    [Theory]
    [InlineData(ConsumerKind.Bank)]
    [InlineData(ConsumerKind.Partner)]
    [InlineData(ConsumerKind.Dashboard)]
    public async Task An_organisation_meets_the_consents_that_were_given_to_it_and_no_others(ConsumerKind kind)
    {
        await using var connection = await world.Pools.For(kind).DataSource.OpenConnectionAsync();
        var caller = Callers.Bank with { Purpose = ConsumerKinds.All.Single(k => k.Kind == kind).Purpose };
        const string sql = "select distinct organisation from access.consent";
        foreach (var organisation in new[] { "002", "008", "tapis-mal" })
            Assert.Equal([organisation], await ReadAsync<string>(connection, caller with { Organisation = organisation }, sql));
        Assert.Empty(await ReadAsync<string>(connection, caller with { Organisation = null }, sql));
        Assert.Empty(await WallWorld.ListAsync<string>(connection, sql));
    }

    [Fact]
    public async Task Stewards_meet_all_rows()
    {
        await using var connection = await world.Pools.For(ConsumerKind.Steward).DataSource.OpenConnectionAsync();
        foreach (var table in WallPolicies.Tables.Where(world.Grants[ConsumerKind.Steward].Columns.ContainsKey))
        {
            var all = (await world.ListAsync<long>($"select count(*) from {table}"))[0];
            Assert.Equal([all], await WallWorld.ListAsync<long>(connection, $"select count(*) from {table}"));
        }
    }

    [Fact]
    public async Task Callers_that_share_one_connection_never_meet_the_rows_of_another()
    {
        await using var pool = HubDatabase.Connect(world.Database.ConnectionString, settings =>
        {
            (settings.MaxPoolSize, settings.NoResetOnClose, settings.Timeout) = (1, true, 60);
            settings.Options = "-c default_transaction_isolation=repeatable\\ read -c default_transaction_read_only=on -c role=hub_bank";
        });
        var callers = Enumerable.Range(0, 200).Select(async turn =>
        {
            string? code = (turn % 3) switch { 0 => "002", 1 => "008", _ => null };
            await using var connection = await pool.OpenConnectionAsync();
            // Every fourth one leaves in the middle of its transaction, every seventh one after an error.
            if (turn % 7 == 0) await Assert.ThrowsAsync<PostgresException>(() => ReadAsync<int>(connection, Callers.Bank, "select 1 / 0"));
            if (turn % 4 == 0) await LeaveAsync(connection);
            var met = code is null
                ? await WallWorld.ListAsync<string>(connection, Lenders)
                : await ReadAsync<string>(connection, Callers.Bank with { Organisation = code }, Lenders);
            Assert.Equal(code is null ? [] : [code], met);
        });
        await Task.WhenAll(callers);
    }

    [Fact]
    public async Task The_hub_leaves_nothing_of_a_caller_on_the_connection()
    {
        foreach (var organisation in new[] { "002", "008" })
        {
            var answer = await world.AskAsync("{ business(nib: \"0000000000001\") { loans { nodes { lender { code } } } } }", Callers.Bank with { Organisation = organisation });
            var codes = answer.Data.GetProperty("business").GetProperty("loans").GetProperty("nodes").EnumerateArray()
                .Select(loan => loan.GetProperty("lender").GetProperty("code").GetString());
            Assert.Equal([organisation], codes.Distinct());
            await using var connection = await world.Hub.Reading.For(ConsumerKind.Bank).DataSource.OpenConnectionAsync();
            Assert.Empty(await WallWorld.ListAsync<string>(connection, Lenders));
        }
    }

    private static async Task LeaveAsync(NpgsqlConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await ReadAsync<string>(connection, Callers.Bank, Lenders);
    }

    // As a request sends it: the setting and the statement in one batch.
    private static async Task<List<T>> ReadAsync<T>(NpgsqlConnection connection, Caller caller, string sql)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { RowSetting.Of(caller)!.Statement.ToCommand(), new NpgsqlBatchCommand(sql) } };
        await using var row = await batch.ExecuteReaderAsync();
        await row.NextResultAsync();
        var list = new List<T>();
        while (await row.ReadAsync()) list.Add(row.GetFieldValue<T>(0));
        return list;
    }
}
