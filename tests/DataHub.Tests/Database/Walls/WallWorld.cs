using DataHub.Access;
using DataHub.Database;
using DataHub.Database.Walls;
using DataHub.Shared.Secrets;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Database.Walls;

/// <summary>The samples, with all that a test needs to try PostgreSQL as each kind of consumers.</summary>
public class WallWorld : HubFixture
{
    // Consents of two persons, and looks at three.
    private const string Rows =
        """
        insert into access.consent (person_id, organisation, purpose, fields, valid_from, valid_until, evidence_kind, notice_version, given_at, entered_by)
        select person, organisation, purpose, array['Business.annualSales', 'Business.phone', 'Business.email'], now() - interval '1 day', now() + interval '1 day',
          'ONLINE', '2026-11', now(), 'test'
        from (values (1, '002', 'KUR_ELIGIBILITY'), (1, 'tapis-mal', 'SELLER_VERIFICATION'), (1, 'pemprov-lampung', 'PROGRAMME_MONITORING'), (2, '008', 'KUR_ELIGIBILITY'))
          c (person, organisation, purpose);
        insert into audit.chain (name) values ('test');
        select audit.make_partitions(now());
        insert into audit.entry (chain, seq, at, kind, organisation, client, actor, purpose, operation, fields, persons, businesses, rows, outcome, previous, hash)
        select c.id, n, now(), 'LOOK', '002', 'bank-sandbox', 'bank-sandbox', 'KUR_ELIGIBILITY', 'Look', '{Business.name}',
          case when n = 2 then '{}' else array[n] end, case when n = 2 then array[1] else '{}' end, 1, 'ANSWERED', '', ''
        from audit.chain c, generate_series(1, 3) n where c.name = 'test';
        insert into audit.secrecy (organisation, notify_after, basis, set_by) values ('ppatk', interval '1 year', 'test', 'test');
        """;

    private const string Requests =
        """
        insert into rights.request (person_id, business_id, kind, received_at, due_at, attribute, source_feed, wish_cipher)
        select n, n, 'CORRECTION', now(), now() + interval '3 days', 'Business.address', 'OSS', $1 from generate_series(1, 3) n
        """;

    private ReadSource? pools;

    /// <summary>Pools of their own: what a test does to a connection is nothing to the hub's.</summary>
    public ReadSource Pools => pools ?? throw new InvalidOperationException("The fixture has not been initialised.");

    /// <summary>What the contract gives each kind.</summary>
    public IReadOnlyDictionary<ConsumerKind, WallGrants> Grants { get; private set; } = new Dictionary<ConsumerKind, WallGrants>();

    protected override async Task FillRowsAsync(Protector protector)
    {
        await base.FillRowsAsync(protector);
        await RunAsync(Rows);
        await using var requests = DataSource.CreateCommand(Requests);
        requests.Parameters.AddWithValue(protector.Encrypt("Alamat saya salah"));
        await requests.ExecuteNonQueryAsync();
        pools = ReadSource.Connect(Database.ConnectionString, poolSize: 1);
        Grants = ConsumerKinds.All.ToDictionary(kind => kind.Kind, kind => WallGrants.Of(Hub, kind, WallExceptions.All));
    }

    public override async Task DisposeAsync()
    {
        if (pools is not null) await pools.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <summary>The state with which PostgreSQL refuses a statement; null when it runs. Nothing of it stays.</summary>
    public async Task<string?> RefusalAsync(ConsumerKind kind, string sql)
    {
        await using var connection = await Pools.For(kind).DataSource.OpenConnectionAsync();
        return await RefusalAsync(connection, sql);
    }

    /// <summary>The same on a connection.</summary>
    public static async Task<string?> RefusalAsync(NpgsqlConnection connection, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        // A caller that could send text could also say that it does not only read.
        await ExecuteAsync(connection, "set transaction read write");
        try
        {
            await ExecuteAsync(connection, sql);
            return null;
        }
        catch (PostgresException exception)
        {
            return exception.SqlState;
        }
    }

    /// <summary>First values of the rows of a query.</summary>
    public static async Task<List<T>> ListAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var row = await command.ExecuteReaderAsync();
        var list = new List<T>();
        while (await row.ReadAsync()) list.Add(row.GetFieldValue<T>(0));
        return list;
    }

    /// <summary>First values of the rows of a query, as the hub's user.</summary>
    public async Task<List<T>> ListAsync<T>(string sql)
    {
        await using var connection = await DataSource.OpenConnectionAsync();
        return await ListAsync<T>(connection, sql);
    }

    /// <summary>All columns of all tables and views of the hub, as <c>schema.table.column</c>.</summary>
    public Task<List<string>> ColumnsAsync() => ListAsync<string>(
        """
        select format('%I.%I.%I', n.nspname, c.relname, a.attname)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'v', 'm', 'p', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
        order by 1
        """);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
