namespace DataHub.Database;

/// <summary>Where the hub keeps its data unless a command names a folder.</summary>
public static class DataFolder
{
    /// <summary><c>$DATAHUB_DATA</c>, else the user's own folder, see <see cref="OfUser"/>.</summary>
    public static string Default() =>
        Environment.GetEnvironmentVariable("DATAHUB_DATA") is { Length: > 0 } chosen ? Path.GetFullPath(chosen) : OfUser();

    /// <summary><c>$XDG_DATA_HOME/datahub</c>, else <c>~/.local/share/datahub</c>.</summary>
    public static string OfUser()
    {
        // The XDG base directory specification has relative paths ignored.
        var root = Environment.GetEnvironmentVariable("XDG_DATA_HOME");
        if (!Path.IsPathRooted(root))
            root = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "share");
        return Path.Combine(root, "datahub");
    }
}
