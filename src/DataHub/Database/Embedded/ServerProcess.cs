using System.Diagnostics;
using System.Globalization;

namespace DataHub.Database.Embedded;

/// <summary>The server's process as its pid file names it.</summary>
internal static class ServerProcess
{
    /// <summary>
    /// The process id of the cluster's living server, or null. A pid file outlives a machine that lost power, and the number may by then be
    /// another program's: a server is known by its working folder, which PostgreSQL sets to the cluster.
    /// </summary>
    public static int? Of(ClusterPlace place)
    {
        if (ReadPid(place.PidFile) is not { } pid) return null;
        var isOurs = Directory.Exists("/proc/self") ? FolderOf(pid) == Real(place.Cluster) : IsAlive(pid);
        return isOurs ? pid : null;
    }

    // Null for a process that is gone (or about to go), and for one of another user.
    private static string? FolderOf(int pid)
    {
        try
        {
            return new FileInfo($"/proc/{pid.ToString(CultureInfo.InvariantCulture)}/cwd").ResolveLinkTarget(returnFinalTarget: false)?.FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static int? ReadPid(string path)
    {
        try
        {
            using var lines = new StreamReader(path);
            return int.TryParse(lines.ReadLine(), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out var pid) && pid > 0 ? pid : null;
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static bool IsAlive(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // A data folder may be reached through a link; /proc shows the folder itself.
    private static string Real(string path)
    {
        var real = "/";
        foreach (var part in Path.GetFullPath(path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            real = new DirectoryInfo(next).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? next;
        }

        return real;
    }
}
