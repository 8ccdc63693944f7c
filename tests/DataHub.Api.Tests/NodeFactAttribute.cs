using System.ComponentModel;
using System.Diagnostics;

namespace DataHub.Api.Tests;

/// <summary>A test that needs Node.js and npm; skipped, saying so, where they are absent, but not where a change must pass all.</summary>
[AttributeUsage(AttributeTargets.Method)]
public class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute() => Skip = Node.Missing;
}

/// <inheritdoc cref="NodeFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = Node.Missing;
}

file static class Node
{
    /// <summary>Null when Node.js is there; on CI it must be.</summary>
    public static string? Missing { get; } =
        Environment.GetEnvironmentVariable("CI") == "true" || (Runs("node") && Runs("npm"))
            ? null
            : "Node.js with npm is not installed: what is compared with npm's clients and reference implementation was not tested.";

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
