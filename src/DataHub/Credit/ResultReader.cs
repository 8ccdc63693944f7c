using Npgsql;

namespace DataHub.Credit;

/// <summary>Reads the results of a batch one after the other, as lists.</summary>
internal sealed class ResultReader(NpgsqlDataReader reader, CancellationToken cancellation)
{
    private bool started;

    /// <summary>All rows of the next result.</summary>
    public async Task<List<T>> NextAsync<T>(Func<NpgsqlDataReader, T> read)
    {
        if (started && !await reader.NextResultAsync(cancellation)) throw new InvalidOperationException("The batch has no further result.");
        started = true;
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation)) rows.Add(read(reader));
        return rows;
    }
}

/// <summary>Nullable columns.</summary>
internal static class NullableColumns
{
    public static T? NullableValue<T>(this NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    public static string? NullableText(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
