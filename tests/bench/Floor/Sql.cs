using Npgsql;
using NpgsqlTypes;

namespace DataHub.Bench.Floor;

/// <summary>Statements and their parameters.</summary>
internal static class Sql
{
    public static NpgsqlBatchCommand Begin => new("begin isolation level repeatable read");

    public static NpgsqlBatchCommand Commit => new("commit");

    public static NpgsqlBatchCommand WithText(string sql, int parameters = 1)
    {
        var command = new NpgsqlBatchCommand(sql);
        for (var i = 0; i < parameters; i++)
            command.Parameters.Add(new NpgsqlParameter<string> { NpgsqlDbType = NpgsqlDbType.Text, TypedValue = "" });
        return command;
    }

    public static NpgsqlBatchCommand WithLong(string sql) => With(sql, NpgsqlDbType.Bigint, 0L);

    public static NpgsqlBatchCommand WithLongs(string sql) => With(sql, NpgsqlDbType.Array | NpgsqlDbType.Bigint, Array.Empty<long>());

    public static NpgsqlBatchCommand WithTexts(string sql) => With(sql, NpgsqlDbType.Array | NpgsqlDbType.Text, Array.Empty<string>());

    /// <summary>Sets the only parameter of a command, or its n-th.</summary>
    public static void Set<T>(this NpgsqlBatchCommand command, T value, int parameter = 0) =>
        ((NpgsqlParameter<T>)command.Parameters[parameter]).TypedValue = value;

    private static NpgsqlBatchCommand With<T>(string sql, NpgsqlDbType type, T value) =>
        new(sql) { Parameters = { new NpgsqlParameter<T> { NpgsqlDbType = type, TypedValue = value } } };
}
