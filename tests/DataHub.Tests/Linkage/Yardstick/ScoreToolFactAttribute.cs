using DataHub.Testing;

namespace DataHub.Tests.Linkage.Yardstick;

/// <summary>A test that compares with the score tool beside the shared data; skipped, saying so, where it or Python 3 is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScoreToolFactAttribute : FactAttribute
{
    public ScoreToolFactAttribute()
    {
        if (Tool() is null) Skip = "There is no shared/tools/linkage-score.py beside the repository.";
        else if (Python() is null) Skip = "There is no python3 in the path.";
    }

    /// <summary>Full path of the tool, or null.</summary>
    public static string? Tool()
    {
        var path = SharedData.Find() is { } data ? Path.GetFullPath(Path.Combine(data, "..", "tools", "linkage-score.py")) : null;
        return File.Exists(path) ? path : null;
    }

    private static string? Python() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "python3")).FirstOrDefault(File.Exists);
}
