using System.ComponentModel;
using System.Diagnostics;

namespace DataHub.GraphQL.Tests.Incremental;

/// <summary>A test that needs Node.js and npm; skipped, saying so, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!Runs("node") || !Runs("npm")) Skip = "Node.js with npm is not installed: npm's graphql cannot be asked.";
    }

    private static bool Runs(string program)
    {
        try
        {
            var start = new ProcessStartInfo(program, "--version") { RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
