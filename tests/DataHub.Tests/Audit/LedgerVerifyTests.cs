using DataHub.Audit;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Audit;

/// <summary>Whoever changes the ledger is found, whatever they change, also the owner of the database.</summary>
public sealed class LedgerVerifyTests : IAsyncLifetime
{
    private const string Maintenance = "set audit.maintenance = on;";
    private readonly LedgerFixture fixture = new();

    public async Task InitializeAsync()
    {
        await fixture.InitializeAsync();
        for (var i = 1; i <= 10; i++) await fixture.Hub.AskAsync(Callers.Bank, $"query Q{i} {{ business(nib: \"{i:D13}\") {{ owner {{ name }} }} }}");
    }

    public Task DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task A_whole_ledger_holds()
    {
        var finding = await fixture.VerifyAsync();
        Assert.Null(finding.Fault);
        Assert.Equal(10, finding.Entries);
    }

    [Theory]
    [InlineData("update audit.entry set persons = '{99}' where seq = 5", 5)]
    [InlineData("update audit.entry set organisation = '999' where seq = 1", 1)]
    [InlineData("update audit.entry set at = at - interval '1 second' where seq = 7", 7)]
    [InlineData("update audit.entry set case_number = '' where seq = 3", 3)]
    [InlineData("update audit.entry set hash = sha256(hash) where seq = 10", 10)]
    [InlineData("update audit.entry set previous = sha256(hash) where seq = 4", 4)]
    [InlineData("delete from audit.entry where seq = 5", 5)]
    [InlineData("delete from audit.entry where seq = 1", 1)]
    [InlineData("delete from audit.entry where seq > 8", 9)]
    [InlineData("delete from audit.entry", 1)]
    [InlineData("truncate audit.entry", 1)]
    [InlineData("update audit.entry set seq = seq + 1000 where seq in (4, 5); update audit.entry set seq = case seq when 1004 then 5 else 4 end where seq > 1000", 4)]
    [InlineData("delete from audit.entry where seq = 5; update audit.entry set seq = seq - 1 where seq > 5", 5)]
    [InlineData("insert into audit.entry (chain, seq, at, kind, client, actor, fields, persons, businesses, rows, outcome, previous, hash) select chain, 11, at, 'LOOK', 'x', 'x', '{}', '{}', '{}', 0, 'ANSWERED', hash, sha256(hash) from audit.entry where seq = 10", 11)]
    [InlineData("update audit.chain set name = 'another'", 1)]
    public async Task What_was_changed_is_found_and_named(string sql, long sequence)
    {
        await ForceAsync(sql);
        using var place = fixture.Place();
        var faults = (await new LedgerVerifier(fixture.DataSource, place).VerifyAsync()).Select(f => f.Fault).OfType<LedgerFault>().ToList();
        Assert.NotEmpty(faults);
        Assert.Equal(sequence, faults.Min(f => f.Sequence));
    }

    [Fact]
    public async Task An_end_that_was_forged_with_good_hashes_is_found()
    {
        // Whoever knows how hashes are made can make them, but not what the host has noted.
        var entry = (await ReadAsync()).Single(e => e.Place.Sequence == 10);
        var place = new EntryPlace(11, entry.Place.At, entry.Hash);
        var hash = new EntryHash().Of(HostOf(), place, entry.Entry);
        await using var command = fixture.DataSource.CreateCommand(
            """
            insert into audit.entry (chain, seq, at, kind, organisation, client, actor, purpose, operation, document, fields, persons, businesses, rows, outcome, previous, hash)
            select chain, 11, at, kind, organisation, client, actor, purpose, operation, document, fields, persons, businesses, rows, outcome, hash, $1
            from audit.entry where seq = 10
            """);
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = hash });
        await command.ExecuteNonQueryAsync();
        var fault = (await fixture.VerifyAsync()).Fault!;
        Assert.Equal((11, "the host has not entered it"), (fault.Sequence, fault.What));
    }

    [Fact]
    public async Task A_chain_made_anew_from_a_changed_entry_on_is_found()
    {
        await RehashFromAsync(4);
        Assert.Equal(10, (await fixture.VerifyAsync()).Fault!.Sequence);
    }

    [Fact]
    public async Task Nobody_changes_the_ledger_by_mistake()
    {
        foreach (var sql in new[] { "update audit.entry set rows = 1", "delete from audit.entry", "truncate audit.entry", "truncate audit.checkpoint", "delete from audit.chain" })
        {
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => fixture.RunAsync(sql));
            Assert.Equal("42501", refusal.SqlState);
        }
    }

    [Fact]
    public async Task The_role_that_adds_can_do_nothing_else()
    {
        foreach (var sql in new[]
                 {
                     $"{Maintenance} update audit.entry set rows = 1", $"{Maintenance} delete from audit.entry", $"{Maintenance} truncate audit.entry",
                     $"{Maintenance} delete from audit.checkpoint", "select * from registry.person", "drop table audit.entry", "create table audit.x (a int)",
                 })
        {
            await using var command = fixture.Source.CreateCommand(sql);
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
            Assert.Equal("42501", refusal.SqlState);
        }
    }

    private string HostOf()
    {
        using var place = fixture.Place();
        return place.Host;
    }

    // As somebody who owns the database does it.
    private Task ForceAsync(string sql) => fixture.RunAsync($"{Maintenance} {sql}");

    private async Task<List<StoredEntry>> ReadAsync()
    {
        await using var command = fixture.DataSource.CreateCommand($"select {StoredEntry.Columns} from audit.entry order by id");
        await using var reader = await command.ExecuteReaderAsync();
        var entries = new List<StoredEntry>();
        while (await reader.ReadAsync()) entries.Add(StoredEntry.Read(reader));
        return entries;
    }

    private async Task RehashFromAsync(long sequence)
    {
        var hasher = new EntryHash();
        byte[]? previous = null;
        foreach (var stored in await ReadAsync())
        {
            if (stored.Place.Sequence < sequence) continue;
            var entry = stored.Place.Sequence == sequence ? stored.Entry with { Organisation = "999" } : stored.Entry;
            var place = stored.Place with { Previous = previous ?? stored.Place.Previous };
            previous = hasher.Of(HostOf(), place, entry);
            await using var connection = await fixture.DataSource.OpenConnectionAsync();
            await using (var setting = new NpgsqlCommand(Maintenance, connection)) await setting.ExecuteNonQueryAsync();
            await using var update = new NpgsqlCommand("update audit.entry set organisation = $1, previous = $2, hash = $3 where seq = $4", connection)
            {
                Parameters = { new() { Value = entry.Organisation }, new() { Value = place.Previous }, new() { Value = previous }, new() { Value = stored.Place.Sequence } },
            };
            await update.ExecuteNonQueryAsync();
        }
    }
}
