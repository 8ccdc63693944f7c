using System.Text.Json;
using DataHub.Shared.Settings;

namespace DataHub.Api.Hosting;

/// <summary>
/// Where an operator's settings are: <c>appsettings.json</c> beside the program, that of the data folder, the environment's variables. What
/// comes later wins. Host and commands read the same.
/// </summary>
public static class HubSettings
{
    /// <summary>The file's name.</summary>
    public const string FileName = "appsettings.json";

    /// <summary>All of them. Throws <see cref="StartRefusedException"/> for a file that is no JSON.</summary>
    /// <param name="dataDirectory">The data folder.</param>
    /// <param name="environment">Also the file beside the program that is meant for this environment; null: none.</param>
    public static IConfiguration Of(string dataDirectory, string? environment = null)
    {
        var builder = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, FileName), optional: true);
        if (environment is not null)
            builder.AddJsonFile(Path.Combine(AppContext.BaseDirectory, $"appsettings.{environment}.json"), optional: true);
        AddFile(builder, dataDirectory);
        return builder.AddEnvironmentVariables().Build();
    }

    /// <summary>Puts the file of the data folder behind a host's other files and before the environment's variables.</summary>
    public static void AddDataFolder(this ConfigurationManager configuration, string dataDirectory)
    {
        AddFile(configuration, dataDirectory);
        configuration.AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables();
    }

    /// <summary>
    /// The settings of a section; what is not set has its default. Throws <see cref="StartRefusedException"/> that names the first setting which
    /// is not of its type.
    /// </summary>
    public static T Read<T>(this IConfiguration configuration, string section) where T : class, new()
    {
        var settings = configuration.GetSection(section);
        if (SettingFault.Of(settings, typeof(T)) is { } fault) throw new StartRefusedException($"The setting {fault}.");
        return settings.Get<T>() ?? new T();
    }

    private static void AddFile(IConfigurationBuilder builder, string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, FileName);
        if (!File.Exists(path)) return;
        try
        {
            using var file = File.OpenRead(path);
            using var document = JsonDocument.Parse(
                file, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new StartRefusedException($"{FileName} in the data folder must be an object of settings, {{ … }}.");
        }
        catch (JsonException exception)
        {
            throw new StartRefusedException($"{FileName} in the data folder is no JSON from line {exception.LineNumber + 1} on.");
        }
        builder.AddJsonFile(path, optional: false, reloadOnChange: false);
    }
}
