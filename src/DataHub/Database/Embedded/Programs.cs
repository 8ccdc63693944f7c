namespace DataHub.Database.Embedded;

/// <summary>Programs of the machine.</summary>
internal static class Programs
{
    // A service's PATH often leaves these out.
    private static readonly string[] Always = ["/usr/sbin", "/sbin", "/usr/bin", "/bin"];

    /// <summary>Folders in which the shell would look, then the system's own.</summary>
    public static IEnumerable<string> Folders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathRooted)
            .Concat(Always);

    /// <summary>Full path of a program, or null.</summary>
    public static string? InPath(string name) => Folders().Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
