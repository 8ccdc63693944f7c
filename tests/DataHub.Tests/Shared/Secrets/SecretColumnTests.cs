using DataHub.Shared.Secrets;
using DataHub.Testing;

namespace DataHub.Tests.Shared.Secrets;

public sealed class SecretColumnTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    // Bytes that no key of the hub made, each with the reason.
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["feeds.feed_run.file_hash"] = "SHA-256 of a whole file: tells equal files, names nobody",
        ["audit.checkpoint.hash"] = "SHA-256 over entries, for the chain",
        ["audit.checkpoint.signature"] = "the host's signature",
        ["audit.entry.document"] = "SHA-256 of a document's text, which holds no values of variables",
        ["audit.entry.hash"] = "SHA-256 over entries, for the chain",
        ["audit.entry.previous"] = "SHA-256 over entries, for the chain",
        ["linkage_work.person_shape.nik_cipher"] = "of a pass near few records, which takes it away before it commits",
        ["linkage_work.person_shape.nik_hash"] = "of a pass near few records, which takes it away before it commits",
        ["registry.reference_load.file_hash"] = "SHA-256 over a public list",
    };

    [Fact]
    public async Task Every_column_of_bytes_is_rewritten_by_an_exchange_of_keys_or_is_named_with_the_reason_why_not()
    {
        await using var command = database.DataSource.CreateCommand(
            """
            select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
            where data_type = 'bytea' and table_schema not in ('pg_catalog', 'information_schema')
              and not (select c.relispartition from pg_class c where c.oid = format('%I.%I', table_schema, table_name)::regclass)
            order by 1
            """);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<string>();
        while (await reader.ReadAsync()) columns.Add(reader.GetString(0));

        var listed = SecretColumn.All.Select(column => $"{column.Table}.{column.Column}").Concat(Others.Keys).Order(StringComparer.Ordinal);
        Assert.Equal(listed, columns.Order(StringComparer.Ordinal));
    }
}
