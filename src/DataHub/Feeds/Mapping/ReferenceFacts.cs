using System.Collections.Frozen;
using DataHub.Feeds.Reading;
using Npgsql;

namespace DataHub.Feeds.Mapping;

/// <summary>What the registry knows of places and activities, for looking at sheets.</summary>
public sealed record ReferenceFacts(RegionFinder Regions, IReadOnlyList<Place> Places, FrozenSet<string> KbliCodes)
{
    /// <summary>Reads them.</summary>
    public static async Task<ReferenceFacts> ReadAsync(NpgsqlDataSource database, CancellationToken cancel)
    {
        var places = await PlacesAsync(database, cancel);
        var codes = new List<string>();
        await using var command = database.CreateCommand("select distinct code from registry.kbli where level = 5");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) codes.Add(rows.GetString(0));
        return new ReferenceFacts(new RegionFinder(places), places, codes.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Provinces, regencies and districts that are in force.</summary>
    public static async Task<IReadOnlyList<Place>> PlacesAsync(NpgsqlDataSource database, CancellationToken cancel)
    {
        var places = new List<Place>();
        await using var command = database.CreateCommand(
            "select code, name from registry.region where level <> 'VILLAGE' and retired_at is null order by code");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) places.Add(new Place(rows.GetString(0), rows.GetString(1)));
        return places;
    }
}
