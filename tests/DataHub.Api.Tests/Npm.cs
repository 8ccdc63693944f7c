using System.Text.Json;

namespace DataHub.Api.Tests;

/// <summary>Runs the scripts of the folder npm, whose packages are installed first where they are missing.</summary>
internal static class Npm
{
    // Once for all test classes: they run side by side.
    private static readonly Lazy<Task<string>> Installed = new(InstallAsync);

    public static async Task<string> RunAsync(string script, params string[] arguments) =>
        await Programs.RunAsync(await Installed.Value, "node", [script, .. arguments]);

    private static async Task<string> InstallAsync()
    {
        var folder = Path.Combine(ProjectFolder(), "npm");
        using var package = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "package.json")));
        var wanted = package.RootElement.GetProperty("dependencies").EnumerateObject();
        if (!wanted.All(p => Version(folder, p.Name) == p.Value.GetString()))
            await Programs.RunAsync(folder, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        return folder;
    }

    private static string? Version(string folder, string package)
    {
        var file = Path.Combine(folder, "node_modules", package, "package.json");
        if (!File.Exists(file)) return null;
        using var installed = JsonDocument.Parse(File.ReadAllText(file));
        return installed.RootElement.GetProperty("version").GetString();
    }

    private static string ProjectFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DataHub.Api.Tests.csproj"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run from within the repository.");
    }
}
