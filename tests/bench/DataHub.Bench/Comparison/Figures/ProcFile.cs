using System.Globalization;

namespace DataHub.Bench.Comparison.Figures;

/// <summary>What Linux tells of a process (proc(5)).</summary>
internal static class ProcFile
{
    // USER_HZ, which is 100 on every architecture .NET runs on.
    private const double TickMilliseconds = 10;

    // Fields of /proc/pid/stat, counted from the state, the first one after the name in parentheses.
    private const int Parent = 1, User = 11, System = 12, ChildrenUser = 13, ChildrenSystem = 14;

    /// <summary>CPU that the process has used, in milliseconds; null when it is gone.</summary>
    public static double? Cpu(int pid) => Stat(pid) is { } stat ? Ticks(stat, User) + Ticks(stat, System) : null;

    /// <summary>CPU that ended children of the process had used.</summary>
    public static double? CpuOfEndedChildren(int pid) =>
        Stat(pid) is { } stat ? Ticks(stat, ChildrenUser) + Ticks(stat, ChildrenSystem) : null;

    /// <summary>CPU of a process of one thread, to the nanosecond where the kernel keeps that.</summary>
    public static double? CpuOfOneThread(int pid)
    {
        var text = Read($"/proc/{pid}/schedstat");
        if (text is null) return Cpu(pid);
        return double.Parse(text.Split(' ')[0], CultureInfo.InvariantCulture) / 1e6;
    }

    public static int? ParentOf(int pid) => Stat(pid) is { } stat ? int.Parse(stat[Parent], CultureInfo.InvariantCulture) : null;

    /// <summary>Words of its command line.</summary>
    public static string? Title(int pid) => Read($"/proc/{pid}/cmdline")?.Replace('\0', ' ');

    public static IEnumerable<int> ChildrenOf(int parent) => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0)
        .Where(pid => pid > 0 && ParentOf(pid) == parent);

    /// <summary>Largest resident memory since the start or the last <see cref="ForgetPeak"/>, in MB.</summary>
    public static double PeakMemory(int pid) => Memory(pid, "VmHWM:");

    /// <summary>Resident memory, in MB.</summary>
    public static double MemoryNow(int pid) => Memory(pid, "VmRSS:");

    public static void ForgetPeak(int pid) => File.WriteAllText($"/proc/{pid}/clear_refs", "5");

    private static double Memory(int pid, string name)
    {
        var line = Read($"/proc/{pid}/status")?.Split('\n').FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
        if (line is null) throw new BenchException("A server ended while it was measured.");
        return double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static double Ticks(string[] stat, int field) => double.Parse(stat[field], CultureInfo.InvariantCulture) * TickMilliseconds;

    private static string[]? Stat(int pid)
    {
        var text = Read($"/proc/{pid}/stat");
        return text?[(text.LastIndexOf(')') + 2)..].Split(' ');
    }

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            // The process has ended between two looks.
            return null;
        }
    }
}
