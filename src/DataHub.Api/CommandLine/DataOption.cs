using System.CommandLine;
using DataHub.Database;

namespace DataHub.Api.CommandLine;

/// <summary>The data folder, an option of every command.</summary>
internal static class DataOption
{
    public static Option<string?> Create() => new("--data")
    {
        Description = "Folder for database and keys; else $DATAHUB_DATA, $XDG_DATA_HOME/datahub or ~/.local/share/datahub.",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Full path of the folder that was named, else of the default.</summary>
    public static string Of(ParseResult parsed, Option<string?> data) =>
        parsed.GetValue(data) is { Length: > 0 } named ? Path.GetFullPath(named) : DataFolder.Default();
}
