using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace DataHub.Feeds.Loading;

/// <summary>
/// Rows in the binary format of PostgreSQL's COPY, made by whoever reads the rows: the connection only passes the bytes on. Big-endian
/// throughout; the forms of values are those of the types' receive functions.
/// </summary>
internal sealed class CopyBuffer
{
    /// <summary>Signature, flags and length of the header's extension: what stands before the first row.</summary>
    public static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>What stands behind the last row.</summary>
    public static readonly byte[] Trailer = [0xFF, 0xFF];

    // pg_type.oid of text, which the header of an array names.
    private const int TextType = 25;

    private const int NumericBase = 10_000;
    private const int NumericDigits = 4;
    private const short NumericNegative = 0x4000;

    private static readonly int Epoch = new DateOnly(2000, 1, 1).DayNumber;

    private byte[] bytes = new byte[1 << 16];
    private int length;

    /// <summary>The rows so far.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, length);

    /// <summary>Forgets all rows and keeps the memory.</summary>
    public void Clear() => length = 0;

    /// <summary>Begins a row of so many values.</summary>
    public void StartRow(int columns) => BinaryPrimitives.WriteInt16BigEndian(Take(2), (short)columns);

    /// <summary>SQL's null.</summary>
    public void Null() => BinaryPrimitives.WriteInt32BigEndian(Take(4), -1);

    /// <summary>int4.</summary>
    public void Int(int value)
    {
        var target = Sized(4);
        BinaryPrimitives.WriteInt32BigEndian(target, value);
    }

    /// <summary>date: days since the first of January 2000.</summary>
    public void Date(DateOnly value) => Int(value.DayNumber - Epoch);

    /// <summary>boolean.</summary>
    public void Bool(bool value) => Sized(1)[0] = value ? (byte)1 : (byte)0;

    /// <summary>float8.</summary>
    public void Double(double value) => BinaryPrimitives.WriteDoubleBigEndian(Sized(8), value);

    /// <summary>bytea.</summary>
    public void Bytes(ReadOnlySpan<byte> value) => value.CopyTo(Sized(value.Length));

    /// <summary>text, UTF-8.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Text(ReadOnlySpan<char> value)
    {
        Reserve(4 + Encoding.UTF8.GetMaxByteCount(value.Length));
        var size = Encoding.UTF8.GetBytes(value, bytes.AsSpan(length + 4));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(length), size);
        length += 4 + size;
    }

    /// <summary>text[] of one dimension, without nulls: dimensions, whether there are nulls, type, then size and lower bound.</summary>
    public void Texts(IReadOnlyCollection<string> values)
    {
        var start = length;
        Take(4);
        Raw(values.Count == 0 ? 0 : 1);
        Raw(0);
        Raw(TextType);
        if (values.Count > 0)
        {
            Raw(values.Count);
            Raw(1);
        }
        foreach (var value in values) Text(value);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(start), length - start - 4);
    }

    /// <summary>numeric: digits to the base of 10,000, the weight of the first, sign, decimal places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Numeric(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var scale = (parts[3] >> 16) & 0xFF;
        var number = new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        // Decimal places fill whole digits of four.
        var fraction = (scale + NumericDigits - 1) / NumericDigits;
        for (var place = scale; place < fraction * NumericDigits; place++) number *= 10;
        Span<short> digits = stackalloc short[12];
        var count = Digits(number, digits);
        var target = Sized(8 + (2 * count));
        BinaryPrimitives.WriteInt16BigEndian(target, (short)count);
        BinaryPrimitives.WriteInt16BigEndian(target[2..], (short)(count == 0 ? 0 : count - fraction - 1));
        BinaryPrimitives.WriteInt16BigEndian(target[4..], decimal.IsNegative(value) ? NumericNegative : (short)0);
        BinaryPrimitives.WriteInt16BigEndian(target[6..], (short)scale);
        for (var i = 0; i < count; i++) BinaryPrimitives.WriteInt16BigEndian(target[(8 + (2 * i))..], digits[count - 1 - i]);
    }

    // The last digit first.
    private static int Digits(UInt128 number, Span<short> digits)
    {
        var count = 0;
        while (number > ulong.MaxValue)
        {
            var (rest, digit) = UInt128.DivRem(number, NumericBase);
            digits[count++] = (short)digit;
            number = rest;
        }
        for (var rest = (ulong)number; rest > 0; rest /= NumericBase) digits[count++] = (short)(rest % NumericBase);
        return count;
    }

    private void Raw(int value) => BinaryPrimitives.WriteInt32BigEndian(Take(4), value);

    private Span<byte> Sized(int size)
    {
        var target = Take(4 + size);
        BinaryPrimitives.WriteInt32BigEndian(target, size);
        return target[4..];
    }

    private Span<byte> Take(int size)
    {
        Reserve(size);
        var target = bytes.AsSpan(length, size);
        length += size;
        return target;
    }

    private void Reserve(int size)
    {
        if (length + size <= bytes.Length) return;
        Array.Resize(ref bytes, (int)BitOperations.RoundUpToPowerOf2((uint)(length + size)));
    }
}
