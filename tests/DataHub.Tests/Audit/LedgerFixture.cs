using DataHub.Audit;
using DataHub.Planning;
using DataHub.Shared.Secrets;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Audit;

/// <summary>A hub with a ledger that has a place outside the database, and what its tables hold.</summary>
#pragma warning disable CA1001 // xunit disposes of fixtures asynchronously, see DisposeAsync.
public class LedgerFixture : DatabaseFixture
#pragma warning restore CA1001
{
    private readonly TemporaryFolder folder = new();
    private NpgsqlDataSource? source;
    private Hub? hub;

    public Hub Hub => hub!;

    /// <summary>The hub's clock.</summary>
    protected virtual TimeProvider Time => TimeProvider.System;

    /// <summary>What the hub could not tell a client.</summary>
    public List<Exception> Failures { get; } = [];

    /// <summary>A ledger's own connections, as in production.</summary>
    public NpgsqlDataSource Source => source!;

    /// <summary>What a host of another process sees of the place.</summary>
    public LedgerPlace Place() => LedgerPlace.Open(folder.Path);

    protected override async Task FillAsync()
    {
        source = global::DataHub.Database.HubDatabase.ConnectToLedger(Database.ConnectionString);
        hub = HubFactory.Create(new HubParts(DataSource, HubFixture.FixedKeys, Time, (exception, _) => Failures.Add(exception))
        {
            IncrementalDelivery = true,
            Ledger = new LedgerParts(source, Place()) { OnError = Failures.Add, Time = Time },
        });
        await Samples.FillAsync(DataSource, new Protector(HubFixture.FixedKeys));
    }

    /// <summary>What a check finds of the hub's chain.</summary>
    public async Task<LedgerFinding> VerifyAsync()
    {
        using var place = Place();
        return Assert.Single(await new LedgerVerifier(DataSource, place).VerifyAsync(place.Host));
    }

    /// <summary>Entries after a number, one line each: kind, outcome, code, fields, persons, businesses, rows.</summary>
    public async Task<IReadOnlyList<string>> EntriesAfterAsync(long sequence)
    {
        await using var command = DataSource.CreateCommand(
            """
            select concat_ws(' | ', kind, outcome, coalesce(code, '-'), array_to_string(fields, ' '), 'persons ' || array_to_string(persons, ' '),
              'businesses ' || array_to_string(businesses, ' '), rows)
            from audit.entry e join audit.chain c on c.id = e.chain where c.name not like 'passing%' and seq > $1 order by e.id
            """);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = sequence });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }

    /// <summary>The last entry's number.</summary>
    public async Task<long> LastAsync()
    {
        await using var command = DataSource.CreateCommand("select coalesce(max(seq), 0) from audit.entry");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task RunAsync(string sql)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public override async Task DisposeAsync()
    {
        if (hub is not null) await hub.DisposeAsync();
        if (source is not null) await source.DisposeAsync();
        await base.DisposeAsync();
        folder.Dispose();
    }
}
