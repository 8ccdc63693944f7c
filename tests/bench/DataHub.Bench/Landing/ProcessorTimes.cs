using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace DataHub.Bench.Landing;

/// <summary>Time on processors, which others on the machine do not lengthen as they do the time on the clock.</summary>
/// <param name="Hub">Of this process.</param>
/// <param name="Database">Of the server's processes; zero when the server is on another machine.</param>
internal sealed record ProcessorTimes(TimeSpan Hub, TimeSpan Database)
{
    // sysconf(_SC_CLK_TCK): 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    /// <summary>Number of the server's first process, from which all others come.</summary>
    public static async Task<int> ServerAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("select pg_backend_pid()");
        return Fields((int)(await command.ExecuteScalarAsync())!) is { } fields ? int.Parse(fields[1], CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Up to now.</summary>
    public static ProcessorTimes Now(int server)
    {
        var ticks = 0L;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid)) continue;
            if (Fields(pid) is not { } fields || int.Parse(fields[1], CultureInfo.InvariantCulture) != server) continue;
            ticks += long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        }
        return new ProcessorTimes(Process.GetCurrentProcess().TotalProcessorTime, TimeSpan.FromSeconds(ticks / TicksPerSecond));
    }

    public ProcessorTimes Since(ProcessorTimes before) => new(Hub - before.Hub, Database - before.Database);

    // Behind the name in brackets: state, parent's number, and twelve and thirteen places on utime and stime (proc(5)). Null: it has ended.
    private static string[]? Fields(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }
}
