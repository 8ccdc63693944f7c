using System.Diagnostics;
using System.Globalization;

namespace DataHub.Linkage.Bench;

/// <summary>
/// Watches what a process and the PostgreSQL beside it occupy (Linux: Pss, a page that several share counts in parts for each).
/// </summary>
internal sealed class MemoryWatch(string pidFile) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly PeriodicTimer timer = new(Pause);

    /// <summary>Waits for the process to end; the highest figures in bytes.</summary>
    public async Task<(long Process, long Server)> WatchAsync(Process process)
    {
        var (own, server) = (0L, 0L);
        while (!process.HasExited)
        {
            own = Math.Max(own, Of(process.Id));
            server = Math.Max(server, OfServer());
            await timer.WaitForNextTickAsync();
        }

        return (own, server);
    }

    public void Dispose() => timer.Dispose();

    private long OfServer()
    {
        if (!File.Exists(pidFile)) return 0;
        var first = int.Parse(File.ReadLines(pidFile).First(), CultureInfo.InvariantCulture);
        var file = $"/proc/{first}/task/{first}/children";
        var children = Read(file).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Of(first) + children.Sum(child => Of(int.Parse(child, CultureInfo.InvariantCulture)));
    }

    private static long Of(int process)
    {
        foreach (var line in Read($"/proc/{process}/smaps_rollup").Split('\n'))
            if (line.StartsWith("Pss:", StringComparison.Ordinal))
                return long.Parse(line.AsSpan(4).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture) << 10;
        return 0;
    }

    /// <summary>A process that has just ended has no file any more.</summary>
    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
