using DataHub.Feeds.Reading;
using DataHub.Linkage.Model;
using Npgsql;

namespace DataHub.Linkage.Store;

/// <summary>Regions, for codes and for addresses.</summary>
internal sealed record PlacesTable(Places Places, Gazetteer Gazetteer)
{
    /// <summary>Reads the register of regions.</summary>
    public static async Task<PlacesTable> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select code, name from registry.region order by code", connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var places = new List<Place>();
        while (await rows.ReadAsync(cancel)) places.Add(new Place(rows.GetString(0), rows.GetString(1)));
        return new(new Places(places), new Gazetteer(places.Select(place => new GazetteerRegion(place.Code, place.Name))));
    }
}
