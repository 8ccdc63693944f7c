using DataHub.Bench.Comparison.Figures;
using DataHub.Database.Embedded;
using Npgsql;

namespace DataHub.Bench.Comparison;

/// <summary>The measured database: the built-in one of the bench's own data folder, or the one ConnectionStrings__DataHub names.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? embedded;

    private BenchDatabase(EmbeddedPostgres? embedded, string connectionString)
    {
        this.embedded = embedded;
        ConnectionString = connectionString;
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "bench", MaxPoolSize = 2 };
        Source = NpgsqlDataSource.Create(settings);
    }

    public string ConnectionString { get; }

    public NpgsqlDataSource Source { get; }

    /// <summary>True when the bench started the server, and nobody else uses it.</summary>
    public bool IsOwn => embedded is not null;

    public static async Task<BenchDatabase> OpenAsync(string dataFolder, CancellationToken cancellation)
    {
        var given = Environment.GetEnvironmentVariable("ConnectionStrings__DataHub");
        if (!string.IsNullOrEmpty(given)) return new BenchDatabase(null, given);
        var embedded = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataDirectory = dataFolder }, cancellation);
        return new BenchDatabase(embedded, embedded.ConnectionString);
    }

    /// <summary>What autovacuum would do in its own time, in the middle of a measurement.</summary>
    public async Task SettleAsync()
    {
        await using var command = Source.CreateCommand("vacuum (analyze)");
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Businesses that hold a NIB.</summary>
    public Task<long> BusinessesAsync() => ScalarAsync<long>("select count(nib) from registry.business");

    public Task<string> VersionAsync() => ScalarAsync<string>("select current_setting('server_version')");

    /// <summary>Null when the server runs on another machine.</summary>
    public async Task<PostgresCpu?> CpuAsync()
    {
        await using var connection = await Source.OpenConnectionAsync();
        return PostgresCpu.Of(connection.ProcessID, IsOwn ? null : connection.Database);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        if (embedded is not null) await embedded.DisposeAsync();
    }

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
