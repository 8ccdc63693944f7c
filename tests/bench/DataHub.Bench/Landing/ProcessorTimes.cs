using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace DataHub.Bench.Landing;

/// <summary>Time on processors, which others on the machine do not lengthen as they do the time on the clock.</summary>
/// <param name="Hub">Of this process.</param>
/// <param name="Database">Of the server's processes that are there now; zero when the server is on another machine.</param>
internal sealed record ProcessorTimes(TimeSpan Hub, TimeSpan Database)
{
    // sysconf(_SC_CLK_TCK): 100 on every Linux that .NET runs on.
    private const double TicksPerSecond = 100;

    public static async Task<ProcessorTimes> OfAsync(NpgsqlDataSource database)
    {
        await using var command = database.CreateCommand("select pid from pg_stat_activity");
        await using var rows = await command.ExecuteReaderAsync();
        var ticks = 0L;
        while (await rows.ReadAsync()) ticks += TicksOf(rows.GetInt32(0));
        return new ProcessorTimes(Process.GetCurrentProcess().TotalProcessorTime, TimeSpan.FromSeconds(ticks / TicksPerSecond));
    }

    public ProcessorTimes Since(ProcessorTimes before) => new(Hub - before.Hub, Database - before.Database);

    private static long TicksOf(int pid)
    {
        try
        {
            // Behind the name in brackets: state is the third field, utime the fourteenth, stime the fifteenth (proc(5)).
            var fields = File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1].Split(' ');
            return long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
