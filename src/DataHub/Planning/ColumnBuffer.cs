using DataHub.GraphQL.Execution;
using Npgsql;

namespace DataHub.Planning;

/// <summary>Takes one column of a result, row by row.</summary>
internal interface IColumnBuffer
{
    void Read(NpgsqlDataReader reader, int ordinal);

    Column Column { get; }
}

/// <summary>One column of a result as values of <typeparamref name="T"/>, without an object per row.</summary>
internal sealed class ColumnBuffer<T>(int rows) : Column<T>, IColumnBuffer
{
    // Many lists are empty: nothing is kept for those.
    private T[] values = [];
    private bool[]? nulls;
    private int count;

    public override int Count => count;

    public override T this[int row] => values[row];

    public Column Column => this;

    public override T[]? WholeArray => nulls is null ? values : null;

    public override bool IsNull(int row) => nulls is not null && nulls[row];

    public void Read(NpgsqlDataReader reader, int ordinal)
    {
        if (count == values.Length) Grow();
        if (reader.IsDBNull(ordinal)) (nulls ??= new bool[values.Length])[count] = true;
        else values[count] = reader.GetFieldValue<T>(ordinal);
        count++;
    }

    private void Grow()
    {
        var length = count == 0 ? rows : Math.Max(count * 2, 4);
        Array.Resize(ref values, length);
        if (nulls is not null) Array.Resize(ref nulls, length);
    }
}

/// <summary>Makes the buffer for a column's CLR type.</summary>
internal static class ColumnBuffers
{
    /// <param name="type">What values of the column are in C#.</param>
    /// <param name="rows">How many rows are expected, 1 or more; there may be others.</param>
    /// <param name="texts">Where texts are put.</param>
    public static IColumnBuffer For(Type type, int rows, TextArena texts) => type switch
    {
        _ when type == typeof(string) => new TextBuffer(rows, texts),
        _ when type == typeof(long) => new ColumnBuffer<long>(rows),
        _ when type == typeof(int) => new ColumnBuffer<int>(rows),
        _ when type == typeof(decimal) => new ColumnBuffer<decimal>(rows),
        _ when type == typeof(DateOnly) => new ColumnBuffer<DateOnly>(rows),
        _ when type == typeof(DateTime) => new ColumnBuffer<DateTime>(rows),
        _ when type == typeof(bool) => new ColumnBuffer<bool>(rows),
        _ when type == typeof(double) => new ColumnBuffer<double>(rows),
        _ when type == typeof(byte[]) => new ColumnBuffer<byte[]>(rows),
        _ => throw new ArgumentException($"Columns of {type.Name} are not read.", nameof(type)),
    };
}
