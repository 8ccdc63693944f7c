using Npgsql;

namespace DataHub.Linkage.Store;

/// <summary>
/// The register of regions, kept between passes: with its villages it has tens of thousands of rows, and it changes only when a reference file
/// is loaded. Safe for several threads.
/// </summary>
internal sealed class KnownPlaces
{
    private volatile Known? known;

    /// <summary>The register as the connection sees it.</summary>
    public async Task<PlacesTable> ReadAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(id), 0) from registry.reference_load", connection);
        var load = (long)(await command.ExecuteScalarAsync(cancel))!;
        if (known is { } held && held.Load == load) return held.Places;
        var places = await PlacesTable.ReadAsync(connection, cancel);
        known = new Known(load, places);
        return places;
    }

    private sealed record Known(long Load, PlacesTable Places);
}
