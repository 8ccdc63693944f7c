namespace DataHub.Bench.Comparison;

/// <summary>Where things lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The comparison's own files: tests/bench.</summary>
    public static string Bench => Path.Combine(Root, "tests", "bench");

    /// <summary>Logs and reports of runs.</summary>
    public static string Results => Directory.CreateDirectory(Path.Combine(Root, "artifacts", "bench")).FullName;

    /// <summary>What a project of tests/bench was built to, in the configuration that this program was built in.</summary>
    public static string Built(string project, string file)
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd('/')))!;
        return Path.Combine(Bench, project, "bin", configuration, "net10.0", file);
    }

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "DataHub.sln"))) return at.FullName;
        }
        throw new BenchException("This program runs from within the repository.");
    }
}
