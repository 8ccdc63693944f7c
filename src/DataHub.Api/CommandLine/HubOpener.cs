using System.Text.Json;
using DataHub.Api.Hosting;
using DataHub.Audit;
using DataHub.Changes;
using DataHub.Database;
using DataHub.Shared.Secrets;

namespace DataHub.Api.CommandLine;

/// <summary>Opens what a data folder holds.</summary>
internal static class HubOpener
{
    /// <summary>
    /// The operator's server when the setting <c>ConnectionStrings:DataHub</c> names one, else null: the built-in one of the folder.
    /// </summary>
    public static string? ServerOf(IConfiguration settings) => settings.GetConnectionString("DataHub");

    /// <summary>How changes are told: section <c>DataHub:Changes</c>.</summary>
    public static ChangeSettings Changes(IConfiguration configuration)
    {
        var settings = configuration.Read<ChangeSettings>("DataHub:Changes");
        var times = new[] { settings.KeepFor, settings.PollTime, settings.PruneTime };
        return settings.QueueLength > 0 && times.All(time => time > TimeSpan.Zero)
            ? settings : throw new CommandException("the times and the length in DataHub:Changes must be above zero");
    }

    /// <summary>How many requests the database works for: section <c>DataHub:Database</c>.</summary>
    public static DatabaseSettings Database(IConfiguration configuration)
    {
        var settings = configuration.Read<DatabaseSettings>("DataHub:Database");
        return settings.Fault is { } fault ? throw new CommandException($"in DataHub:Database, {fault}") : settings;
    }

    /// <summary>Started or joined, migrated.</summary>
    public static Task<HubDatabase> DatabaseAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        var settings = HubSettings.Of(dataDirectory);
        var options = new HubDatabaseOptions
        {
            DataDirectory = dataDirectory,
            ConnectionString = ServerOf(settings),
            Settings = Database(settings),
        };
        return HubDatabase.OpenAsync(options, cancellationToken);
    }

    /// <summary>What the host keeps of the ledger outside the database; made when the folder is new.</summary>
    public static LedgerPlace LedgerPlace(string dataDirectory)
    {
        try
        {
            return Audit.LedgerPlace.Open(dataDirectory);
        }
        catch (InvalidDataException exception)
        {
            throw new CommandException(exception.Message);
        }
    }

    /// <summary>The folder's keys; made when the folder is new.</summary>
    public static HubKeys Keys(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, "keys", "hub.keys");
        try
        {
            return HubKeys.LoadOrCreate(path);
        }
        catch (Exception exception) when (exception is InvalidDataException or JsonException)
        {
            throw new CommandException($"{path} is no key file of the hub; without its keys the data of this folder cannot be read");
        }
    }
}
