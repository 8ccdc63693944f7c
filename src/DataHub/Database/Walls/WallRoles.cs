using DataHub.Access;
using Npgsql;

namespace DataHub.Database.Walls;

/// <summary>
/// The roles of the second wall. Nobody logs in as one of them: the hub's user is a member of each, and connections take one at their
/// start. They are of the whole cluster, so that several databases, and hosts that start together, share them.
/// </summary>
public static class WallRoles
{
    /// <summary>Owns the views of counts and sums.</summary>
    public const string Figures = "hub_figures";

    /// <summary>Owns the functions and views that decisions and rules read.</summary>
    public const string Rules = "hub_rules";

    // Codes of appendix A of PostgreSQL's manual. Two sessions that make one role at a time meet in its catalogue's unique index.
    private const string DuplicateObject = "42710";
    private const string UniqueViolation = "23505";
    private const string InsufficientPrivilege = "42501";

    private const string Attributes = "nologin noinherit nosuperuser nocreatedb nocreaterole noreplication nobypassrls";

    /// <summary>The role of each kind of consumer.</summary>
    public static IReadOnlyList<string> OfConsumers { get; } = [.. ConsumerKinds.All.Select(kind => kind.Role)];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. OfConsumers, Figures, Rules];

    /// <summary>
    /// Makes the roles that are missing, and the connection's user a member of each. Throws <see cref="DatabaseSetupException"/> with the
    /// statements that an administrator has to run when the user may not, or when a role can do more than it should.
    /// </summary>
    public static async Task EnsureAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var states = await StatesAsync(connection, cancellation);
        var strong = states.Where(state => state.IsTooStrong).Select(state => state.Role).ToList();
        if (strong.Count > 0)
            throw new DatabaseSetupException(
                $"The roles {string.Join(", ", strong)} may do more than read what they are given. Run as an administrator: "
                + string.Join(" ", strong.Select(role => $"alter role {role} {Attributes};")));
        var statements = states.SelectMany(Missing).ToList();
        foreach (var statement in statements)
        {
            try
            {
                await using var command = new NpgsqlCommand(statement, connection);
                await command.ExecuteNonQueryAsync(cancellation);
            }
            catch (PostgresException exception) when (exception.SqlState is DuplicateObject or UniqueViolation)
            {
                // Another host made it in the meantime.
            }
            catch (PostgresException exception) when (exception.SqlState == InsufficientPrivilege)
            {
                throw new DatabaseSetupException(
                    $"The database's user may not make the roles of the second wall. Run as an administrator: {string.Join(" ", statements)}",
                    exception);
            }
        }
    }

    private static IEnumerable<string> Missing(State state)
    {
        if (!state.Exists) yield return $"create role {state.Role} {Attributes};";
        if (!state.IsMember) yield return $"grant {state.Role} to {state.User};";
    }

    private static async Task<List<State>> StatesAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            """
            select w.name, r.rolname is not null, coalesce(pg_has_role(current_user, r.oid, 'MEMBER'), rolsuper_user.yes),
              coalesce(r.rolcanlogin or r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication, false),
              quote_ident(current_user)
            from unnest($1) with ordinality w(name, place)
            left join pg_roles r on r.rolname = w.name
            cross join (select rolsuper as yes from pg_roles where rolname = current_user) rolsuper_user
            order by w.place
            """, connection);
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = [.. All] });
        await using var row = await command.ExecuteReaderAsync(cancellation);
        var states = new List<State>();
        while (await row.ReadAsync(cancellation))
            states.Add(new(row.GetString(0), row.GetBoolean(1), row.GetBoolean(2), row.GetBoolean(3), row.GetString(4)));
        return states;
    }

    private sealed record State(string Role, bool Exists, bool IsMember, bool IsTooStrong, string User);
}
