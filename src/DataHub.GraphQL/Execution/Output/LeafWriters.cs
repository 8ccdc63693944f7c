using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>
/// How values of one C# type become JSON. A struct, so that a column and its writer are compiled into one loop without a call a value.
/// </summary>
internal interface ILeafWriter<T>
{
    /// <summary>True when no value of the type can be unfit.</summary>
    bool TakesAll { get; }

    bool Takes(T value);

    /// <summary>Writes a value that <see cref="Takes"/> takes.</summary>
    void Write(ref JsonOutput json, T value);
}

internal readonly struct BooleanLeaf : ILeafWriter<bool>
{
    public bool TakesAll => true;

    public bool Takes(bool value) => true;

    public void Write(ref JsonOutput json, bool value) => json.Boolean(value);
}

internal readonly struct IntLeaf : ILeafWriter<int>
{
    public bool TakesAll => true;

    public bool Takes(int value) => true;

    public void Write(ref JsonOutput json, int value) => json.Number(value);
}

/// <summary>A number of 64 bits as one of 32.</summary>
internal readonly struct LongAsIntLeaf : ILeafWriter<long>
{
    public bool TakesAll => false;

    public bool Takes(long value) => value is >= int.MinValue and <= int.MaxValue;

    public void Write(ref JsonOutput json, long value) => json.Number(value);
}

internal readonly struct DoubleLeaf : ILeafWriter<double>
{
    public bool TakesAll => false;

    public bool Takes(double value) => double.IsFinite(value);

    public void Write(ref JsonOutput json, double value) => json.Number(value);
}

/// <summary>Text as the UTF-8 bytes that the database sent.</summary>
internal readonly struct Utf8Leaf : ILeafWriter<ReadOnlyMemory<byte>>
{
    public bool TakesAll => true;

    public bool Takes(ReadOnlyMemory<byte> value) => true;

    public void Write(ref JsonOutput json, ReadOnlyMemory<byte> value) => json.Text(value.Span);
}

/// <summary>A value of a GraphQL enum.</summary>
internal readonly struct EnumLeaf<T>(EnumNames<T> names) : ILeafWriter<T>
{
    public bool TakesAll => false;

    public bool Takes(T value) => names.Of(value) is not null;

    public void Write(ref JsonOutput json, T value) => json.Raw(names.Of(value));
}

/// <summary>A value that its scalar's codec writes in place.</summary>
internal readonly struct FormatLeaf<T>(ScalarFormat<T> format) : ILeafWriter<T>
{
    public bool TakesAll => true;

    public bool Takes(T value) => true;

    public void Write(ref JsonOutput json, T value) => json.Formatted(format, value);
}

/// <summary>A value that its scalar's codec writes.</summary>
internal readonly struct CodecLeaf<T>(ScalarWriter<T> write) : ILeafWriter<T>
{
    public bool TakesAll => false;

    public bool Takes(T value) => write(null, value);

    public void Write(ref JsonOutput json, T value)
    {
        if (!json.Through(write, value)) throw new InvalidOperationException("A column changed after it was checked.");
    }
}
