using DataHub.Access;
using DataHub.Database.Walls;
using DataHub.Testing;
using DataHub.Tests.Differential;
using Npgsql;

namespace DataHub.Tests.Database.Walls;

/// <summary>Each grant and each policy is watched: with any one of them changed the checks of this folder find it.</summary>
public sealed class WallMutationTests(WallWorld world) : IClassFixture<WallWorld>
{
    [Fact]
    public async Task A_wall_as_it_should_be_has_no_fault()
    {
        await using var connection = await world.DataSource.OpenConnectionAsync();
        Assert.Empty(await FaultsAsync(connection));
    }

    [Fact]
    public async Task Each_grant_that_is_dropped_is_missed_and_each_that_is_added_is_found()
    {
        // Every tenth of them, another tenth for each kind; all where all changes must pass (CI=true).
        var columns = await world.ColumnsAsync();
        await using var connection = await world.DataSource.OpenConnectionAsync();
        foreach (var kind in ConsumerKinds.All)
        {
            foreach (var column in columns.Where((_, place) => Runs.AreMany || place % 10 == (int)kind.Kind))
            {
                var cut = column.LastIndexOf('.');
                var (table, name) = (column[..cut], column[(cut + 1)..]);
                var isOpen = world.Grants[kind.Kind].Columns.TryGetValue(table, out var open) && open.Contains(name.Trim('"'));
                var change = isOpen ? $"revoke select ({name}) on {table} from {kind.Role}" : $"grant usage on schema {table.Split('.')[0]} to {kind.Role}; grant select ({name}) on {table} to {kind.Role}";
                var fault = Assert.Single(await FaultsWithAsync(connection, change));
                Assert.Equal($"{kind.Role} {(isOpen ? "may not" : "may")} read {table}.{name.Trim('"')}", fault);
            }
        }
    }

    [Fact]
    public async Task Each_policy_that_is_changed_or_gone_is_found()
    {
        await using var connection = await world.DataSource.OpenConnectionAsync();
        foreach (var policy in WallPolicies.All)
        {
            var role = ConsumerKinds.All.Single(kind => kind.Kind == policy.Kind).Role;
            Assert.NotEmpty(await FaultsWithAsync(connection, $"drop policy {role}_rows on {policy.Table}"));
            Assert.NotEmpty(await FaultsWithAsync(connection, $"alter policy {role}_rows on {policy.Table} using (true)"));
            Assert.NotEmpty(await FaultsWithAsync(connection, $"create policy more on {policy.Table} for select to public using (true)"));
            Assert.NotEmpty(await FaultsWithAsync(connection, $"create policy more on {policy.Table} to {role} using (true)"));
        }
        Assert.NotEmpty(await FaultsWithAsync(connection, "drop policy hub_ledger_rows on audit.entry"));
        foreach (var table in WallPolicies.Tables)
            Assert.NotEmpty(await FaultsWithAsync(connection, $"alter table {table} disable row level security"));
    }

    [Fact]
    public async Task Roles_that_may_more_and_functions_that_are_everybodys_are_found()
    {
        await using var connection = await world.DataSource.OpenConnectionAsync();
        foreach (var change in new[]
        {
            "grant usage on schema credit to hub_partner; grant execute on function credit.kur_loans(bigint[], bigint[]) to hub_partner",
            "grant execute on function credit.kur_loans(bigint[], bigint[]) to public",
            "revoke execute on function credit.kur_trainings(bigint[]) from hub_bank", "grant usage on schema linkage to hub_university; grant select on linkage.link to hub_university",
            "grant update on credit.loan to hub_bank", "grant temporary on schema_database to hub_bank", "grant usage on schema feeds to public; grant select on feeds.source_record to public",
        })
            Assert.NotEmpty(await FaultsWithAsync(connection, change.Replace("schema_database", $"database {await NameAsync(connection)}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Each_exception_is_needed_by_a_kind_that_has_it_in_no_other_way()
    {
        var idle = new List<string>();
        foreach (var exception in WallExceptions.All)
        {
            var rest = WallExceptions.All.Where(other => other != exception && !(other.Relation == exception.Relation && IsTwin(other, exception))).ToList();
            foreach (var column in exception.IsFunction ? [""] : exception.Columns)
                if (!ConsumerKinds.All.Any(kind => IsMissed(kind, exception, column, rest))) idle.Add($"{exception.Coordinate}: {exception.Relation} {column}");
        }
        Assert.Empty(idle);
    }

    // Two fields that need the same are each a reason for it.
    private static bool IsTwin(WallException one, WallException other) => one.Coordinate != other.Coordinate;

    private bool IsMissed(ConsumerKinds kind, WallException exception, string column, IReadOnlyList<WallException> rest)
    {
        WallGrants with = WallGrants.Of(world.Hub, kind, [.. rest, exception]), without = WallGrants.Of(world.Hub, kind, rest);
        return exception.IsFunction
            ? with.Functions.Contains(exception.Relation) && !without.Functions.Contains(exception.Relation)
            : with.Columns.GetValueOrDefault(exception.Relation)?.Contains(column) == true
                && without.Columns.GetValueOrDefault(exception.Relation)?.Contains(column) != true;
    }

    private async Task<List<string>> FaultsWithAsync(NpgsqlConnection connection, string change)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var command = new NpgsqlCommand(change, connection)) await command.ExecuteNonQueryAsync();
        return await FaultsAsync(connection);
    }

    /// <summary>Where PostgreSQL's rights differ from what the contract gives.</summary>
    private async Task<List<string>> FaultsAsync(NpgsqlConnection connection)
    {
        var given = world.Grants.Values.SelectMany(g => g.Columns.SelectMany(t => t.Value.Select(column => $"{g.Kind.Role} {t.Key}.{column}"))).ToHashSet();
        var held = (await WallWorld.ListAsync<string>(connection, Held)).ToHashSet();
        List<string> faults = [.. held.Except(given).Select(right => right.Replace(" ", " may read ", StringComparison.Ordinal))];
        faults.AddRange(given.Except(held).Select(right => right.Replace(" ", " may not read ", StringComparison.Ordinal)));
        var calls = world.Grants.Values.SelectMany(g => g.Functions.Select(f => $"{g.Kind.Role} {f.Replace(", ", ",", StringComparison.Ordinal)}")).ToHashSet();
        var callable = (await WallWorld.ListAsync<string>(connection, Callable)).ToHashSet();
        faults.AddRange(callable.Except(calls).Concat(calls.Except(callable)));
        faults.AddRange(await WallWorld.ListAsync<string>(connection, Writing));
        faults.AddRange(await PolicyFaultsAsync(connection));
        return faults;
    }

    private static async Task<List<string>> PolicyFaultsAsync(NpgsqlConnection connection)
    {
        var policies = await WallWorld.ListAsync<string>(connection, Policies);
        var wanted = WallPolicies.Tables.SelectMany(table => WallRoles.All.Select(role => $"{table} {role} SELECT {IsOpen(table, role)}"))
            .Append("audit.entry hub_ledger ALL all").ToHashSet();
        return [.. wanted.Except(policies), .. policies.Except(wanted)];
    }

    private static string IsOpen(string table, string role) =>
        WallPolicies.All.Any(p => p.Table == table && ConsumerKinds.All.Single(k => k.Kind == p.Kind).Role == role) ? "some" : "all";

    private static async Task<string> NameAsync(NpgsqlConnection connection) => (await WallWorld.ListAsync<string>(connection, "select current_database()::text"))[0];

    private const string Roles = "(values ('hub_bank'), ('hub_university'), ('hub_partner'), ('hub_dashboard'), ('hub_owner'), ('hub_steward')) r (name)";
    private const string Ours = "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'";

    private const string Held =
        $"""
        select format('%s %s.%s.%s', r.name, n.nspname, c.relname, a.attname)
        from {Roles}, pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind in ('r', 'v', 'm', 'p', 'f') and {Ours} and has_column_privilege(r.name, c.oid, a.attnum, 'select')
          and has_schema_privilege(r.name, n.oid, 'usage')
        """;

    private const string Callable =
        $"""
        select r.name || ' ' || p.oid::regprocedure
        from {Roles}, pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where {Ours} and n.nspname <> 'public' and has_function_privilege(r.name, p.oid, 'execute') and has_schema_privilege(r.name, n.oid, 'usage')
        """;

    private const string Writing =
        $"""
        select r.name || ' may change ' || c.oid::regclass
        from {Roles}, pg_class c join pg_namespace n on n.oid = c.relnamespace
        where {Ours} and c.relkind in ('r', 'v', 'p') and (has_table_privilege(r.name, c.oid, 'insert, update, delete, truncate, references, trigger')
          or has_any_column_privilege(r.name, c.oid, 'insert, update, references'))
        union all select r.name || ' may make tables' from {Roles} where has_database_privilege(r.name, current_database(), 'temporary, create')
        union all select r.name || ' may make things in ' || n.nspname from {Roles}, pg_namespace n where {Ours} and has_schema_privilege(r.name, n.oid, 'create')
        """;

    private const string Policies =
        """
        select format('%s.%s %s %s %s', p.schemaname, p.tablename, array_to_string(p.roles, ','), p.cmd, case when p.qual = 'true' then 'all' else 'some' end)
        from pg_policies p join pg_class c on c.oid = format('%I.%I', p.schemaname, p.tablename)::regclass
        where c.relrowsecurity and p.permissive = 'PERMISSIVE'
        """;
}
