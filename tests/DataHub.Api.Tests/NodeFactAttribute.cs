using System.ComponentModel;
using System.Diagnostics;

namespace DataHub.Api.Tests;

/// <summary>A test that needs Node.js and npm; skipped, saying so, where they are absent, but not where a change must pass all.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true" || (Runs("node") && Runs("npm"))) return;
        Skip = "Node.js with npm is not installed: what is compared with npm's reference implementations was not tested.";
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
