using System.Diagnostics;

namespace DataHub.Api.Tests;

/// <summary>Runs a program to its end.</summary>
internal static class Programs
{
    /// <summary>What it wrote to its standard output; fails with what it wrote to the other when it does not end well.</summary>
    public static Task<string> RunAsync(string folder, string program, params string[] arguments) =>
        RunAsync(folder, new Dictionary<string, string>(), program, arguments);

    /// <inheritdoc cref="RunAsync(string, string, string[])"/>
    public static async Task<string> RunAsync(
        string folder, IReadOnlyDictionary<string, string> variables, string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}");
        return await output;
    }
}
