using System.Text;
using DataHub.Access;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Database.Walls;

/// <summary>Somebody who could send any statement as a role of consumers: what PostgreSQL itself lets them have.</summary>
public sealed class WallAttackTests(WallWorld world) : IClassFixture<WallWorld>
{
    private const string Denied = "42501";

    public static TheoryData<ConsumerKind> Kinds => [.. Enum.GetValues<ConsumerKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_column_of_each_table_is_read_when_the_contract_opens_it_and_refused_else(ConsumerKind kind)
    {
        var wrong = new List<string>();
        foreach (var column in await world.ColumnsAsync())
        {
            var (table, name) = Split(column);
            var isOpen = world.Grants[kind].Columns.TryGetValue(table, out var open) && open.Contains(name);
            var refusal = await world.RefusalAsync(kind, $"select \"{name}\" from {table} limit 1");
            if (refusal != (isOpen ? null : Denied)) wrong.Add($"{column}: {refusal ?? "read"}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public void What_each_role_may_read_is_written_down()
    {
        var text = new StringBuilder();
        foreach (var grants in world.Grants.Values)
        {
            text.AppendLine($"# {grants.Kind.Role}");
            foreach (var (table, columns) in grants.Columns) text.AppendLine($"{table}: {string.Join(", ", columns)}");
            foreach (var function in grants.Functions) text.AppendLine(function);
            text.AppendLine();
        }
        GoldenFile.Match("rights.txt", text.ToString());
    }

    [Fact]
    public void Universities_have_no_table_but_names_of_regions_and_sectors() => Assert.Equal(
        ["registry.kbli", "registry.kbli_concordance", "registry.kbli_section", "registry.region", "research.business_figure",
            "research.roll_up_figure", "research.roll_up_time"],
        world.Grants[ConsumerKind.University].Columns.Keys);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_is_written_locked_or_made(ConsumerKind kind)
    {
        var wrong = new List<string>();
        foreach (var table in (await world.ColumnsAsync()).Select(column => Split(column).Table).Distinct())
        {
            foreach (var sql in new[] { $"delete from {table}", $"insert into {table} default values", $"truncate {table}", $"lock table {table} in share mode" })
                if (await world.RefusalAsync(kind, sql) is not (Denied or "42809" or "0A000" or "55000")) wrong.Add(sql);
        }
        foreach (var sql in Makings)
            if (await world.RefusalAsync(kind, sql) is not Denied) wrong.Add(sql);
        Assert.Empty(wrong);
        await using var connection = await OpenAsync(kind);
        foreach (var sql in new[] { "create database mine", "alter system set work_mem = '1GB'" })
            Assert.Equal(Denied, (await Assert.ThrowsAsync<PostgresException>(() => WallWorld.ListAsync<int>(connection, sql))).SqlState);
    }

    public static IReadOnlyList<string> Makings { get; } =
    [
        "create temporary table mine (id int)", "create table public.mine (id int)", "create schema mine", "create table registry.mine (id int)",
        "create role mine", "create extension dblink", "create function public.mine() returns int language sql as 'select 1'",
        "alter table registry.person disable row level security", "alter role hub_steward superuser", "grant hub_steward to hub_bank",
        "grant select on registry.person to public", "drop policy hub_bank_rows on credit.loan", "alter view research.business_figure owner to hub_bank",
        "copy (select 1) to program 'true'", "copy registry.region to '/tmp/regions'", "copy registry.person to stdout", "copy registry.region from program 'true'",
        "select pg_read_file('/etc/passwd')", "select pg_ls_dir('.')", "select pg_terminate_backend(pg_backend_pid())  from pg_authid",
        "select lo_import('/etc/passwd')", "select * from pg_authid", "select * from pg_largeobject", "select * from pg_statistic", "select * from pg_user_mapping",
        "select credit.kur_loans('{1}', '{}') from registry.annual_figure", "select research.build_roll_ups()", "select changes.lock_outbox()",
        "set local row_security = off; select * from wall.granted", "set local session_replication_role = replica", "set local log_statement = 'none'",
    ];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Functions_are_called_only_by_those_they_are_for(ConsumerKind kind)
    {
        await using var connection = await world.Pools.For(kind).DataSource.OpenConnectionAsync();
        // The two of pg_trgm that are everybody's compare texts and read nothing.
        var callable = await WallWorld.ListAsync<string>(connection,
            """
            select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public') and has_function_privilege(p.oid, 'execute')
              and has_schema_privilege(n.oid, 'usage')
            order by 1
            """);
        Assert.Equal(world.Grants[kind].Functions.Select(f => f.Replace(", ", ",", StringComparison.Ordinal)), callable);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Catalogues_tell_no_values_and_no_statements_of_others(ConsumerKind kind)
    {
        await world.RunAsync("analyze");
        await using var connection = await world.Pools.For(kind).DataSource.OpenConnectionAsync();
        var told = await WallWorld.ListAsync<string>(connection,
            "select format('%I.%I.%I', schemaname, tablename, attname) from pg_stats where schemaname !~ '^pg_' and schemaname <> 'information_schema'");
        Assert.All(told, column => Assert.Contains(Split(column).Column, world.Grants[kind].Columns[Split(column).Table]));
        // PostgreSQL keeps the statistics of tables with row-level security from all whom it holds for.
        Assert.DoesNotContain(told, column => DataHub.Database.Walls.WallPolicies.Tables.Contains(Split(column).Table));
        Assert.Empty(await WallWorld.ListAsync<string>(connection,
            "select query from pg_stat_activity where pid <> pg_backend_pid() and query <> '' and query <> '<insufficient privilege>'"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_puts_a_connection_back_leaves_it_its_role(ConsumerKind kind)
    {
        var role = ConsumerKinds.All.Single(k => k.Kind == kind).Role;
        foreach (var reset in new[] { "reset role", "reset all", "deallocate all", "discard plans", "discard temp" })
        {
            await using var connection = await OpenAsync(kind);
            await WallWorld.ListAsync<string>(connection, reset);
            Assert.Equal([role], await WallWorld.ListAsync<string>(connection, "select current_user::text"));
        }
    }

    // One that is nobody's afterwards.
    private async Task<NpgsqlConnection> OpenAsync(ConsumerKind kind)
    {
        var role = ConsumerKinds.All.Single(k => k.Kind == kind).Role;
        var settings = new NpgsqlConnectionStringBuilder(world.Database.ConnectionString) { Pooling = false, Options = $"-c role={role}" };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static (string Table, string Column) Split(string column) => column.LastIndexOf('.') is var cut ? (column[..cut], column[(cut + 1)..].Trim('"')) : default;
}
