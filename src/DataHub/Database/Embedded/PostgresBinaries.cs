using System.Globalization;
using System.Text.RegularExpressions;

namespace DataHub.Database.Embedded;

/// <summary>PostgreSQL's programs on this machine, of one version.</summary>
/// <param name="Folder">Holds initdb, pg_ctl and postgres.</param>
/// <param name="Major">15 or later.</param>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    /// <summary>The oldest version the migrations run on.</summary>
    public const int Oldest = 15;

    /// <summary>Names a folder to look in before all others.</summary>
    public const string Variable = "DATAHUB_POSTGRES_BIN";

    public string InitDb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    /// <summary>
    /// The newest found, or those of <paramref name="major"/> when a cluster is there already: a cluster is read by its own version only.
    /// </summary>
    public static async Task<PostgresBinaries> FindAsync(string dataDirectory, int? major, CancellationToken cancellationToken)
    {
        var chosen = Environment.GetEnvironmentVariable(Variable);
        string[] folders = string.IsNullOrEmpty(chosen) ? [.. Candidates(dataDirectory).Distinct()] : [chosen];
        var found = new List<PostgresBinaries>();
        foreach (var folder in folders.Where(IsComplete))
        {
            if (await VersionAsync(folder, cancellationToken) is { } version) found.Add(new PostgresBinaries(folder, version));
        }

        var best = found.Where(binaries => binaries.Major >= Oldest && (major is null || binaries.Major == major))
            .OrderByDescending(binaries => binaries.Major)
            .FirstOrDefault();
        return best ?? throw new DatabaseSetupException(Missing(chosen, major));
    }

    private static IEnumerable<string> Candidates(string dataDirectory) =>
    [
        .. Versioned("/usr/lib/postgresql", "*", "bin"),
        .. Versioned("/usr", "pgsql-*", "bin"),
        .. Versioned("/usr/lib", "postgresql*", "bin"),
        .. Versioned("/opt/homebrew/opt", "postgresql*", "bin"),
        .. Versioned("/usr/local/opt", "postgresql*", "bin"),
        .. Programs.Folders(),
        Path.Combine(dataDirectory, "postgres-bin", "bin"),
        Path.Combine(DataFolder.OfUser(), "postgres-bin", "bin"),
        Path.Combine(ClusterPlace.SystemFolder, "postgres-bin", "bin"),
    ];

    private static IEnumerable<string> Versioned(string root, string pattern, string below) =>
        Directory.Exists(root) ? Directory.EnumerateDirectories(root, pattern).Select(folder => Path.Combine(folder, below)) : [];

    private static bool IsComplete(string folder) =>
        File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl"))
            && File.Exists(Path.Combine(folder, "postgres"));

    private static async Task<int?> VersionAsync(string folder, CancellationToken cancellationToken)
    {
        var result = await Command.RunAsync([Path.Combine(folder, "postgres"), "--version"], cancellationToken);
        var match = MajorVersion().Match(result.Output);
        return match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;
    }

    private static string Missing(string? chosen, int? major)
    {
        if (!string.IsNullOrEmpty(chosen))
            return $"{Variable} names {chosen}, which does not hold initdb, pg_ctl and postgres of version {major ?? Oldest}.";
        return major is { } one
            ? $"The data folder holds a cluster of PostgreSQL {one}, whose programs are missing here: apt-get install postgresql-{one}"
            : $"PostgreSQL {Oldest} or later is missing: apt-get install postgresql (or set {Variable}, or ConnectionStrings__DataHub).";
    }

    [GeneratedRegex(@"^postgres \(PostgreSQL\) (\d+)")]
    private static partial Regex MajorVersion();
}
