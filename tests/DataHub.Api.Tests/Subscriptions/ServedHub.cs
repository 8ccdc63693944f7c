using System.Diagnostics;
using DataHub.Testing;

namespace DataHub.Api.Tests.Subscriptions;

/// <summary><c>datahub run</c> in a process of its own, over an empty database on a real PostgreSQL server.</summary>
public sealed class ServedHub : IAsyncDisposable
{
    private const string Announcement = "The hub answers at ";

    private readonly TestDatabase database;
    private readonly Process process;

    private ServedHub(TestDatabase database, TemporaryFolder folder, Process process) =>
        (this.database, Folder, this.process) = (database, folder, process);

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "DataHub.Api.dll");

    /// <summary>Where its keys are, and a place for files.</summary>
    public TemporaryFolder Folder { get; }

    /// <summary>The endpoint.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What its processes need to find the database.</summary>
    public IReadOnlyDictionary<string, string> Variables => VariablesOf(database);

    /// <summary>Started, and answering.</summary>
    public static async Task<ServedHub> StartAsync()
    {
        var (database, folder) = (await TestDatabase.CreateAsync(), new TemporaryFolder());
        var start = new ProcessStartInfo("dotnet", [Program, "run", "--port", "0", "--data", folder.Path])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in VariablesOf(database)) start.Environment[name] = value;
        var hub = new ServedHub(database, folder, Process.Start(start)!);
        while (hub.Address.Length == 0)
        {
            var line = await hub.process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The hub did not start.");
            if (line.StartsWith(Announcement, StringComparison.Ordinal)) hub.Address = line[Announcement.Length..];
        }
        // Nobody reads on; a full pipe would stop the hub.
        _ = hub.process.StandardOutput.ReadToEndAsync();
        return hub;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        await database.DisposeAsync();
        Folder.Dispose();
    }

    private static Dictionary<string, string> VariablesOf(TestDatabase database) => new()
    {
        ["ConnectionStrings__DataHub"] = database.ConnectionString,
        ["ASPNETCORE_ENVIRONMENT"] = "Sandbox",
    };
}
