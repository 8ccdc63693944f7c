using DataHub.Database;
using Npgsql;

namespace DataHub.Testing;

/// <summary>A migrated, empty database of its own on a real PostgreSQL server; dropped when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestServer server;
    private readonly string name;

    private TestDatabase(TestServer server, string name)
    {
        (this.server, this.name) = (server, name);
        ConnectionString = server.ConnectionString(name);
        DataSource = HubDatabase.Connect(ConnectionString);
    }

    public string ConnectionString { get; }

    /// <summary>Opened as the hub opens its own.</summary>
    public NpgsqlDataSource DataSource { get; }

    /// <summary>A copy of the migrated template: some tens of milliseconds. The first one of a test process starts the server.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var server = await TestServer.GetAsync();
        var name = $"test_{Guid.NewGuid():N}";
        await server.CreateAsync(name);
        return new TestDatabase(server, name);
    }

    public async ValueTask DisposeAsync()
    {
        await DataSource.DisposeAsync();
        await server.DropAsync(name);
    }
}
