using DataHub.Database;
using DataHub.Testing;
using Npgsql;

namespace DataHub.Tests.Database;

public sealed class MigratorTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static readonly int Last = Migration.OfThisProgram()[^1].Version;

    [Fact]
    public void Migrations_are_numbered_from_one_without_a_gap() =>
        Assert.Equal(Enumerable.Range(1, Last), Migration.OfThisProgram().Select(migration => migration.Version));

    [Fact]
    public async Task A_migrated_database_has_nothing_left_to_apply()
    {
        Assert.Equal(0, await Migrator.MigrateAsync(database.DataSource, CancellationToken.None));
        Assert.Equal((long)Last, await ScalarAsync(database.DataSource, "select count(*) from public.schema_migration"));
    }

    [Fact]
    public async Task A_new_migration_is_applied_once()
    {
        await using var own = await TestDatabase.CreateAsync();
        IReadOnlyList<Migration> migrations = [.. Migration.OfThisProgram(), new(Last + 1, "more", "create table public.more (id int)")];

        Assert.Equal(1, await Migrator.MigrateAsync(own.DataSource, migrations, CancellationToken.None));
        Assert.Equal(0, await Migrator.MigrateAsync(own.DataSource, migrations, CancellationToken.None));
        Assert.Equal(0L, await ScalarAsync(own.DataSource, "select count(*) from public.more"));
    }

    [Fact]
    public async Task Hosts_that_migrate_at_once_apply_each_migration_once()
    {
        await using var own = await TestDatabase.CreateAsync();
        IReadOnlyList<Migration> migrations =
            [.. Migration.OfThisProgram(), new(Last + 1, "more", "select pg_sleep(0.2); create table public.more (id int)")];

        var applied = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Migrator.MigrateAsync(own.DataSource, migrations, CancellationToken.None)));

        Assert.Equal([0, 0, 0, 1], applied.Order());
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_behind()
    {
        await using var own = await TestDatabase.CreateAsync();
        IReadOnlyList<Migration> migrations =
            [.. Migration.OfThisProgram(), new(Last + 1, "half", "create table public.half (id int); select 1 / 0")];

        var exception = await Assert.ThrowsAsync<DatabaseSetupException>(
            () => Migrator.MigrateAsync(own.DataSource, migrations, CancellationToken.None));

        Assert.Equal($"Migration {Last + 1:0000}_half failed and was rolled back: division by zero.", exception.Message);
        Assert.Equal(true, await ScalarAsync(own.DataSource, "select to_regclass('public.half') is null"));
        Assert.Equal((long)Last, await ScalarAsync(own.DataSource, "select count(*) from public.schema_migration"));
    }

    [Fact]
    public async Task A_migration_changed_after_it_was_applied_is_refused_by_name()
    {
        var migrations = Migration.OfThisProgram().ToList();
        migrations[0] = migrations[0] with { Sql = migrations[0].Sql + "-- changed" };

        var exception = await Assert.ThrowsAsync<DatabaseSetupException>(
            () => Migrator.MigrateAsync(database.DataSource, migrations, CancellationToken.None));

        Assert.StartsWith($"Migration {migrations[0]} was changed after it was applied", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_ends_of_a_checkout_do_not_count_as_a_change()
    {
        var migrations = Migration.OfThisProgram()
            .Select(migration => new Migration(migration.Version, migration.Name, migration.Sql.ReplaceLineEndings("\r\n")))
            .ToList();

        Assert.Equal(0, await Migrator.MigrateAsync(database.DataSource, migrations, CancellationToken.None));
    }

    [Fact]
    public async Task A_database_newer_than_the_program_is_refused()
    {
        var older = Migration.OfThisProgram().SkipLast(1).ToList();

        var exception = await Assert.ThrowsAsync<DatabaseSetupException>(
            () => Migrator.MigrateAsync(database.DataSource, older, CancellationToken.None));

        Assert.StartsWith($"The database has migration {Last} (", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith("start a newer version of it.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_migration_numbered_below_an_applied_one_is_refused()
    {
        await using var own = await TestDatabase.CreateAsync();
        IReadOnlyList<Migration> ahead = [.. Migration.OfThisProgram(), new(Last + 2, "ahead", "select 1")];
        await Migrator.MigrateAsync(own.DataSource, ahead, CancellationToken.None);

        var exception = await Assert.ThrowsAsync<DatabaseSetupException>(
            () => Migrator.MigrateAsync(own.DataSource, [.. ahead, new(Last + 1, "late", "select 1")], CancellationToken.None));

        Assert.Contains($"give it a number above {Last + 2}", exception.Message, StringComparison.Ordinal);
    }

    private static async Task<object?> ScalarAsync(NpgsqlDataSource dataSource, string sql)
    {
        await using var command = dataSource.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
