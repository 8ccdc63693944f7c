using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace DataHub.Bench.Comparison.Servers;

/// <summary>The servers from npm: installed once by their lock file, started as they are run in production.</summary>
internal static class Peers
{
    private static readonly string Sources = Path.Combine(Repository.Bench, "peers");
    private static readonly string Installed = Path.Combine(Repository.Root, "artifacts", "bench-peers");

    /// <summary>Those that were asked for; none, with a line that says so, where Node.js with npm is missing.</summary>
    public static async IAsyncEnumerable<MeasuredServer> StartAsync(
        BenchOptions options, BenchDatabase database, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string[] wanted = [.. new[] { MercuriusServer.SystemName, PostGraphileServer.SystemName }.Where(options.Wants)];
        if (wanted.Length == 0 || !await IsInstalledAsync(cancellation)) yield break;
        foreach (var name in wanted)
        {
            var process = await NodeAsync(name, database.ConnectionString, cancellation);
            yield return name == MercuriusServer.SystemName ? new MercuriusServer(process) : new PostGraphileServer(process);
        }
    }

    private static Task<ServerProcess> NodeAsync(string name, string connectionString, CancellationToken cancellation)
    {
        var environment = new Dictionary<string, string> { ["NODE_ENV"] = "production", ["GRAPHILE_ENV"] = "production" };
        foreach (var (key, value) in LibpqSettings.Of(connectionString)) environment[key] = value;
        return ServerProcess.StartAsync((name, "node"), port => [Path.Combine(Installed, name + ".mjs"), $"{port}"],
            environment, cancellation);
    }

    private static async Task<bool> IsInstalledAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Installed);
        foreach (var file in Directory.EnumerateFiles(Sources).Where(file => !file.EndsWith(".md", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(Installed, Path.GetFileName(file)), overwrite: true);
        // npm leaves this file when it has installed everything.
        var done = Path.Combine(Installed, "node_modules", ".package-lock.json");
        var lockFile = Path.Combine(Sources, "package-lock.json");
        if (File.Exists(done) && File.GetLastWriteTimeUtc(done) > File.GetLastWriteTimeUtc(lockFile)) return true;
        Progress.Say("Installing the servers from npm, once …");
        if (await NpmAsync(cancellation) is not { } problem) return true;
        Progress.Say($"Mercurius and PostGraphile are left out: {problem}");
        return false;
    }

    /// <summary>Null when all is installed, else what is wrong.</summary>
    private static async Task<string?> NpmAsync(CancellationToken cancellation)
    {
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            {
                WorkingDirectory = Installed,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var errors = npm.StandardError.ReadToEndAsync(cancellation);
            await npm.StandardOutput.ReadToEndAsync(cancellation);
            await npm.WaitForExitAsync(cancellation);
            return npm.ExitCode == 0 ? null : $"npm ci failed: {await errors}";
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "Node.js with npm is missing.";
        }
    }
}
