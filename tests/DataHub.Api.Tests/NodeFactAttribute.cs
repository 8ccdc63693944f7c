using System.ComponentModel;
using System.Diagnostics;

namespace DataHub.Api.Tests;

/// <summary>A test that needs Node.js and npm; skipped, saying so, where they are absent.</summary>
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
    /// <summary>Null when Node.js is there.</summary>
    public static string? Missing { get; } =
        Runs("node") && Runs("npm") ? null : "Node.js with npm is not installed: clients and audits from npm cannot run.";

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
