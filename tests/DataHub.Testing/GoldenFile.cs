using System.Runtime.CompilerServices;
using Xunit;

namespace DataHub.Testing;

/// <summary>
/// Expected texts beside the tests, in <c>__snapshots__</c>. With UPDATE_SNAPSHOTS=1 they are written anew instead of compared; never on CI.
/// </summary>
public static class GoldenFile
{
    private static bool Updating =>
        Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") is null or "";

    /// <summary>Compares with the file of that name; a missing file is a failure that shows the text.</summary>
    public static void Match(string name, string actual, [CallerFilePath] string testFile = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(testFile)!, "__snapshots__", name);
        var text = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Updating)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }
        Assert.True(File.Exists(path), $"There is no {name} yet. The answer was:\n{text}");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }
}
