using System.Globalization;

namespace DataHub.Faults;

/// <summary>
/// Kills the hub and its PostgreSQL under load, and checks what is left: no answer without its entry in the ledger, no write lost or doubled, the
/// hub back in time, every answer in the outage orderly.
/// </summary>
internal static class ServingFaults
{
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(15);

    private const int UsualRounds = 3;

    /// <summary>All that went wrong, one line each.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(FaultOptions options, TextWriter output)
    {
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("The built-in PostgreSQL needs Linux or macOS.");
        var folder = Directory.CreateTempSubdirectory("datahub-faults-").FullName;
        // The user that runs PostgreSQL for root must get through.
        File.SetUnixFileMode(folder, (UnixFileMode)0b111_101_101);
        var complaints = new List<string>();
        string cluster;
        await using (var hub = new HubProcess(options.Hub, folder))
        {
            await hub.StartAsync();
            var evidence = new Evidence(folder);
            var server = await evidence.FindServerAsync();
            cluster = Path.GetDirectoryName(server.Folder)!;
            var dice = new Random(options.Seed);
            for (var round = 1; round <= (options.Rounds ?? UsualRounds); round++)
            {
                var fault = round <= 3 ? (Fault)(round - 1) : (Fault)dice.Next(3);
                var result = await new FaultRound(hub, server, fault, round) { Clients = options.Clients }.RunAsync(TimeSpan.FromMilliseconds(dice.Next(1_000, 3_000)));
                var wrong = await evidence.CheckAsync(result);
                if (result.Back > Recovery) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"the hub was back after {result.Back.TotalSeconds:0.0} s"));
                await output.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"round {round}, {fault}: {result.Answered.Count} answers, {result.Changed.Count} changes, {result.Refused} refused, {result.Broken} cut off, back after {result.Back.TotalSeconds:0.0} s: {(wrong.Count == 0 ? "all holds" : "BROKEN")}"));
                foreach (var line in wrong) await output.WriteLineAsync($"  {line}");
                complaints.AddRange(wrong);
            }
        }
        // Root's PostgreSQL runs as another user, and has its files elsewhere.
        if (!cluster.StartsWith(folder, StringComparison.Ordinal)) Directory.Delete(cluster, recursive: true);
        Directory.Delete(folder, recursive: true);
        return complaints;
    }
}
