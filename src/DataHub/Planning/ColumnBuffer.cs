using DataHub.GraphQL.Execution;
using Npgsql;

namespace DataHub.Planning;

/// <summary>Takes one column of a result, row by row.</summary>
internal interface IColumnBuffer
{
    void Read(NpgsqlDataReader reader, int ordinal);

    Column Column { get; }

    void Reverse(int start, int length);
}

/// <summary>One column of a result as values of <typeparamref name="T"/>, without an object per row.</summary>
internal sealed class ColumnBuffer<T> : Column<T>, IColumnBuffer
{
    private T[] values = new T[4];
    private bool[] nulls = new bool[4];
    private int count;

    public override int Count => count;

    public override T this[int row] => values[row];

    public Column Column => this;

    public override T[]? WholeArray => nulls.AsSpan(0, count).Contains(true) ? null : values;

    public override bool IsNull(int row) => nulls[row];

    public void Read(NpgsqlDataReader reader, int ordinal)
    {
        if (count == values.Length)
        {
            Array.Resize(ref values, count * 2);
            Array.Resize(ref nulls, count * 2);
        }
        if (reader.IsDBNull(ordinal)) nulls[count] = true;
        else values[count] = reader.GetFieldValue<T>(ordinal);
        count++;
    }

    public void Reverse(int start, int length)
    {
        Array.Reverse(values, start, length);
        Array.Reverse(nulls, start, length);
    }
}

/// <summary>Makes the buffer for a column's CLR type.</summary>
internal static class ColumnBuffers
{
    public static IColumnBuffer For(Type type) => type switch
    {
        _ when type == typeof(string) => new ColumnBuffer<string>(),
        _ when type == typeof(long) => new ColumnBuffer<long>(),
        _ when type == typeof(int) => new ColumnBuffer<int>(),
        _ when type == typeof(decimal) => new ColumnBuffer<decimal>(),
        _ when type == typeof(DateOnly) => new ColumnBuffer<DateOnly>(),
        _ when type == typeof(DateTime) => new ColumnBuffer<DateTime>(),
        _ when type == typeof(bool) => new ColumnBuffer<bool>(),
        _ when type == typeof(double) => new ColumnBuffer<double>(),
        _ when type == typeof(byte[]) => new ColumnBuffer<byte[]>(),
        _ => throw new ArgumentException($"Columns of {type.Name} are not read.", nameof(type)),
    };
}
