namespace DataHub.Database.Embedded;

/// <summary>
/// Ties a cluster that lives outside its data folder to that folder, with the same random mark in both. Someone who deletes the data folder
/// means to start anew: the keys are gone with it, and the old cluster's encrypted values are of no use to new keys.
/// </summary>
internal static class DataFolderMark
{
    private const string Name = "cluster.mark";

    /// <summary>
    /// Puts a cluster of an earlier data folder at the same path aside (the one put aside before it is deleted). The caller holds the gate.
    /// </summary>
    public static async Task CheckAsync(string data, ClusterPlace place, PostgresCluster cluster)
    {
        if (place.Home.StartsWith(data + Path.DirectorySeparatorChar, StringComparison.Ordinal)) return;
        var ofData = Path.Combine(data, Name);
        var ofCluster = Path.Combine(place.Home, Name);
        if (File.Exists(ofData) && File.Exists(ofCluster) && File.ReadAllText(ofData) == File.ReadAllText(ofCluster)) return;

        if (Directory.Exists(place.Cluster)) await PutAsideAsync(data, place, cluster);
        var mark = Guid.NewGuid().ToString("N");
        await File.WriteAllTextAsync(ofCluster, mark);
        await File.WriteAllTextAsync(ofData, mark);
    }

    private static async Task PutAsideAsync(string data, ClusterPlace place, PostgresCluster cluster)
    {
        using (var alone = FileLock.TryExclusive(place.Users))
        {
            if (alone is null)
                throw new DatabaseSetupException($"The data folder {data} was deleted while a hub serves from it: stop that hub first.");
            await cluster.StopAsync("fast", CancellationToken.None);
        }

        if (Directory.Exists(place.Aside)) Directory.Delete(place.Aside, recursive: true);
        Directory.Move(place.Cluster, place.Aside);
    }
}
