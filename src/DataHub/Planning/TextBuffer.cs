using DataHub.GraphQL.Execution;
using Npgsql;

namespace DataHub.Planning;

/// <summary>One column of texts of a result, as places in an arena.</summary>
internal sealed class TextBuffer(int rows, TextArena arena) : Utf8Column, IColumnBuffer
{
    // Many lists are empty: nothing is kept for those.
    private ReadOnlyMemory<byte>[] texts = [];
    private bool[]? nulls;
    private int count;

    public override int Count => count;

    public override bool MayHaveNulls => nulls is not null;

    public Column Column => this;

    public override bool IsNull(int row) => nulls is not null && nulls[row];

    public override ReadOnlySpan<byte> Utf8(int row) => texts[row].Span;

    public void Read(NpgsqlDataReader reader, int ordinal)
    {
        if (count == texts.Length) Grow();
        if (reader.IsDBNull(ordinal)) (nulls ??= new bool[texts.Length])[count] = true;
        else texts[count] = arena.Add(reader, ordinal);
        count++;
    }

    private void Grow()
    {
        var length = count == 0 ? rows : Math.Max(count * 2, 4);
        Array.Resize(ref texts, length);
        if (nulls is not null) Array.Resize(ref nulls, length);
    }
}
