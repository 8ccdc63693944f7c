namespace DataHub.GraphQL.Tests.Differential;

internal static class Repository
{
    /// <summary>A folder of the repository that the tests run from.</summary>
    public static string Folder(string path)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "DataHub.sln"))) root = root.Parent;
        var name = root?.FullName ?? throw new InvalidOperationException("The tests do not run from within the repository.");
        return Path.Combine(name, path);
    }
}
