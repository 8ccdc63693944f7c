using System.ComponentModel;
using System.Diagnostics;

namespace DataHub.Database.Embedded;

/// <summary>What a program that ran to its end has left.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Error);

/// <summary>Runs PostgreSQL's programs: a clean environment, English messages, a folder anyone may be in.</summary>
internal static class Command
{
    public static async Task<CommandResult> RunAsync(
        IReadOnlyList<string> words, CancellationToken cancellationToken, string folder = "/")
    {
        using var process = Start(words, folder);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>The last line that says something, for a message of one line.</summary>
    public static string LastLine(string text) =>
        text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "no message";

    private static Process Start(IReadOnlyList<string> words, string folder)
    {
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        // PGDATA, PGPORT and their like of the caller's shell mean another server.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        start.Environment["LC_ALL"] = "C.UTF-8";
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new DatabaseSetupException($"Cannot run {words[0]}: {exception.Message}.", exception);
        }
    }
}
