using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Text;

namespace DataHub.Database.Embedded;

/// <summary>The folders and files of one private cluster.</summary>
internal sealed partial class ClusterPlace
{
    /// <summary>Root's clusters live here.</summary>
    public const string SystemFolder = "/var/lib/datahub";

    private const string StandIn = "/tmp/.datahub-";

    // sun_path holds 108 bytes on Linux, 104 on macOS; the socket's own name takes 16.
    private const int LongestSocketFolder = 85;

    private ClusterPlace(string home, string socketFolder) => (Home, SocketFolder) = (home, socketFolder);

    public string Home { get; }

    /// <summary>PostgreSQL's own data directory.</summary>
    public string Cluster => Path.Combine(Home, "cluster");

    /// <summary>A cluster in the making; renamed when it is whole.</summary>
    public string Draft => Path.Combine(Home, "cluster.draft");

    /// <summary>The cluster of a data folder that was deleted and made anew.</summary>
    public string Aside => Path.Combine(Home, "cluster.aside");

    /// <summary>Holds the socket; only the server's user (and root) may enter.</summary>
    public string SocketFolder { get; }

    public string Settings => Path.Combine(Home, "postgresql.conf");

    public string HostRules => Path.Combine(Home, "pg_hba.conf");

    public string UserMap => Path.Combine(Home, "pg_ident.conf");

    /// <summary>Held exclusively while someone starts, joins or leaves.</summary>
    public string Gate => Path.Combine(Home, "gate.lock");

    /// <summary>Held shared by everyone who uses the server.</summary>
    public string Users => Path.Combine(Home, "users.lock");

    public string PidFile => Path.Combine(Cluster, "postmaster.pid");

    /// <summary>The server's messages until its log files are open.</summary>
    public string StartLog => Path.Combine(Cluster, "start.log");

    public static async Task<ClusterPlace> PrepareAsync(
        EmbeddedPostgresOptions options, ClusterAccount account, CancellationToken cancellationToken)
    {
        var data = Path.GetFullPath(options.DataDirectory);
        try
        {
            Permissions.CreatePrivateFolder(data);
            var home = options.ClusterHome ?? Choose(data, account);
            Directory.CreateDirectory(home);
            // Root's folder holds the settings, which the server's user reads and must not write.
            Permissions.Set(home, account.IsOther ? Permissions.Enterable : Permissions.Private);
            var socket = SocketFolderOf(home);
            Permissions.CreatePrivateFolder(socket);
            await account.OwnAsync(socket, cancellationToken);
            return new ClusterPlace(home, socket);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatabaseSetupException($"The data folder {data} cannot be used: {exception.Message}", exception);
        }
    }

    /// <summary>Takes a stand-in folder away again; the server has removed its socket.</summary>
    public void RemoveSocketFolder()
    {
        if (SocketFolder.StartsWith(StandIn, StringComparison.Ordinal) && Directory.Exists(SocketFolder))
            Directory.Delete(SocketFolder, recursive: true);
    }

    private static string Choose(string data, ClusterAccount account)
    {
        var own = Path.Combine(data, "postgres");
        if (!account.IsOther) return own;
        if (Directory.Exists(Path.Combine(own, "cluster")))
            throw new DatabaseSetupException($"The data folder {data} belongs to an ordinary user's hub: run as that user, not as root.");
        Directory.CreateDirectory(SystemFolder);
        Permissions.Set(SystemFolder, Permissions.Enterable);
        return Path.Combine(SystemFolder, HashOf(data));
    }

    // A comma separates hosts for the client and folders for the server; a path with one, or a long one, is stood in for.
    private static string SocketFolderOf(string home)
    {
        var beside = Path.Combine(home, "run");
        return Plain().IsMatch(beside) && beside.Length <= LongestSocketFolder ? beside : StandIn + HashOf(home);
    }

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..16];

    [GeneratedRegex("^[A-Za-z0-9/._-]+$")]
    private static partial Regex Plain();
}
