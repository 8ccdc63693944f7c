using DataHub.Shared.Ids;
using Npgsql;

namespace DataHub.Api.Identity.Sandbox;

/// <summary>Finds the person that an owner's sandbox token stands for.</summary>
internal sealed class OwnerLookup(NpgsqlDataSource database, NodeIds ids)
{
    /// <summary>
    /// The hub's id of the owner of the business with that NIB, or of the first business with an owner; null when there is none.
    /// </summary>
    public async Task<string?> FindAsync(string? nib, CancellationToken cancellationToken)
    {
        await using var command = nib is null
            ? database.CreateCommand("select owner_id from registry.business where owner_id is not null order by id limit 1")
            : database.CreateCommand(
                """
                select b.owner_id from registry.licence l join registry.business b on b.id = l.business_id
                where l.nib = $1 and b.owner_id is not null
                """);
        if (nib is not null) command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = nib });
        return await command.ExecuteScalarAsync(cancellationToken) is long person ? ids.Encode("Person", person) : null;
    }
}
