namespace DataHub.Api.Tests;

/// <summary>The programs for Node.js beside the tests, with their packages.</summary>
internal static class NpmFolder
{
    private static readonly SemaphoreSlim Installing = new(1, 1);

    /// <summary>Where it is, once the packages of its lock file are there.</summary>
    public static async Task<string> ReadyAsync()
    {
        var folder = Path.Combine(ProjectFolder(), "npm");
        // npm copies the lock file here when it has installed everything.
        var installed = new FileInfo(Path.Combine(folder, "node_modules", ".package-lock.json"));
        await Installing.WaitAsync();
        try
        {
            installed.Refresh();
            if (!installed.Exists || installed.LastWriteTimeUtc < File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")))
                await Programs.RunAsync(folder, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
        }
        finally
        {
            Installing.Release();
        }
        return folder;
    }

    private static string ProjectFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "DataHub.Api.Tests.csproj"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run from within the repository.");
    }
}
