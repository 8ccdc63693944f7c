using Npgsql;
using Xunit;

namespace DataHub.Testing;

/// <summary>
/// One database for all tests of a class: <c>sealed class MyTests(DatabaseFixture database) : IClassFixture&lt;DatabaseFixture&gt;</c>.
/// Derive to fill it once, in <see cref="FillAsync"/>.
/// </summary>
public class DatabaseFixture : IAsyncLifetime
{
    private TestDatabase? database;

    public TestDatabase Database => database ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public NpgsqlDataSource DataSource => Database.DataSource;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await FillAsync();
    }

    public virtual async Task DisposeAsync()
    {
        if (database is not null) await database.DisposeAsync();
    }

    /// <summary>Runs once, before the first test of the class.</summary>
    protected virtual Task FillAsync() => Task.CompletedTask;
}
