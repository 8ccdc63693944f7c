using DataHub.Database;
using DataHub.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace DataHub.Tests.Database;

/// <summary>EF's model and the migrations name the same tables and columns; a name that differs would be found by a user.</summary>
public sealed class HubModelTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    [Fact]
    public async Task Every_entity_has_the_columns_of_its_table_with_their_types_and_nullability()
    {
        await using var context = new HubModel(new DbContextOptionsBuilder<HubModel>().UseNpgsql().Options);
        var differences = new List<string>();
        foreach (var entity in context.Model.GetEntityTypes())
        {
            var expected = await ColumnsAsync(entity.GetSchema()!, entity.GetTableName()!);
            var actual = entity.GetProperties().ToDictionary(p => p.GetColumnName(), p => $"{TypeOf(p)}{(p.IsNullable ? "" : " not null")}", StringComparer.Ordinal);
            differences.AddRange(expected.Except(actual).Select(c => $"{entity.GetSchemaQualifiedTableName()}.{c.Key} is {c.Value} in the database"));
            differences.AddRange(actual.Except(expected).Select(c => $"{entity.GetSchemaQualifiedTableName()}.{c.Key} is {c.Value} in the model"));
        }
        Assert.Empty(differences);
    }

    private static string TypeOf(IProperty property) => property.GetColumnType().Split('(')[0];

    private async Task<Dictionary<string, string>> ColumnsAsync(string schema, string table)
    {
        await using var command = database.DataSource.CreateCommand(
            "select column_name, case when data_type = 'ARRAY' then substr(udt_name, 2) || '[]' else data_type end, is_nullable = 'YES' from information_schema.columns where table_schema = $1 and table_name = $2");
        command.Parameters.Add(new NpgsqlParameter { Value = schema });
        command.Parameters.Add(new NpgsqlParameter { Value = table });
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync()) columns.Add(reader.GetString(0), $"{reader.GetString(1)}{(reader.GetBoolean(2) ? "" : " not null")}");
        return columns;
    }
}
