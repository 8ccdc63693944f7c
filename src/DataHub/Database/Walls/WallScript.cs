using System.Security.Cryptography;
using System.Text;
using DataHub.Access;
using DataHub.Planning;

namespace DataHub.Database.Walls;

/// <summary>The statements that give each role what the contract gives its kind of consumers, and take all else away.</summary>
public sealed class WallScript
{
    // Owners of views and functions read all rows of the tables they were given columns of.
    private static readonly string[] Owners = [WallRoles.Figures, WallRoles.Rules];

    private const string Ledger = "hub_ledger";

    private readonly List<string> statements = [];

    private WallScript()
    {
    }

    /// <summary>One behind the other; names come from EF's model and from constants.</summary>
    public string Text => string.Join("\n", statements);

    /// <summary>SHA-256 of the text, in hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>The statements for all kinds of consumers.</summary>
    public static WallScript Of(Hub hub) =>
        Of(ConsumerKinds.All.Select(kind => WallGrants.Of(hub, kind, WallExceptions.All)).ToList(), WallPolicies.All);

    /// <summary>The statements for what is given.</summary>
    public static WallScript Of(IReadOnlyList<WallGrants> grants, IReadOnlyList<WallPolicy> policies)
    {
        var script = new WallScript();
        script.TakeAway();
        foreach (var kind in grants) script.Give(kind);
        foreach (var table in WallPolicies.Tables) script.Rule(table, policies);
        return script;
    }

    // A column that was given by itself is taken away with the table's rights.
    private void TakeAway()
    {
        var roles = string.Join(", ", WallRoles.OfConsumers);
        statements.Add(
            $$"""
            do $wall$
            declare s text;
            begin
              for s in select nspname from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema' loop
                execute format('revoke all on all tables in schema %I from {{roles}}', s);
                execute format('revoke all on all sequences in schema %I from {{roles}}', s);
                execute format('revoke all on all functions in schema %I from {{roles}}', s);
                execute format('revoke all on schema %I from {{roles}}', s);
              end loop;
              if pg_has_role(current_user, (select datdba from pg_database where datname = current_database()), 'USAGE') then
                execute format('revoke temporary on database %I from public, {{roles}}', current_database());
              end if;
            end $wall$;
            """);
    }

    private void Give(WallGrants grants)
    {
        var role = grants.Kind.Role;
        var names = grants.Columns.Keys.Concat(grants.Functions);
        var schemas = names.Select(name => name[..name.IndexOf('.', StringComparison.Ordinal)]).Distinct();
        foreach (var schema in schemas.Order(StringComparer.Ordinal))
            statements.Add($"grant usage on schema {schema} to {role};");
        foreach (var (table, columns) in grants.Columns)
            statements.Add($"grant select ({string.Join(", ", columns)}) on {table} to {role};");
        foreach (var function in grants.Functions) statements.Add($"grant execute on function {function} to {role};");
    }

    private void Rule(string table, IReadOnlyList<WallPolicy> policies)
    {
        statements.Add($"alter table {table} enable row level security;");
        foreach (var kind in ConsumerKinds.All)
        {
            var own = policies.FirstOrDefault(policy => policy.Table == table && policy.Kind == kind.Kind);
            Rule(table, kind.Role, own?.Condition ?? "true");
        }
        foreach (var role in Owners) Rule(table, role, "true");
        if (!table.StartsWith("audit.", StringComparison.Ordinal)) return;
        // Whoever enters looks reads where the chain ends.
        statements.Add($"drop policy if exists {Ledger}_rows on {table};");
        statements.Add($"create policy {Ledger}_rows on {table} for all to {Ledger} using (true) with check (true);");
    }

    private void Rule(string table, string role, string condition)
    {
        statements.Add($"drop policy if exists {role}_rows on {table};");
        statements.Add($"create policy {role}_rows on {table} for select to {role} using ({condition});");
    }
}
