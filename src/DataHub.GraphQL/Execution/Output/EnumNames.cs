using System.Runtime.CompilerServices;
using System.Text;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>The JSON of each value of a GraphQL enum, by the C# value that stands for it: a string, or a member of a C# enum.</summary>
internal sealed class EnumNames<T>
{
    private const int LargestIndex = 255;
    private static readonly ConditionalWeakTable<EnumType, EnumNames<T>> ByType = [];
    private readonly Dictionary<Key, byte[]> names;
    private readonly byte[]?[] byIndex;
    private readonly byte[][] all;

    private EnumNames(Dictionary<Key, byte[]> names)
    {
        (this.names, all) = (names, [.. names.Values]);
        byIndex = IsIndexed ? new byte[LargestIndex + 1][] : [];
        foreach (var (key, name) in names)
            if (IsIndexed && Index(key.Value) <= LargestIndex) byIndex[Index(key.Value)] = name;
    }

    // Members of most C# enums are small numbers of 32 bits.
    private static bool IsIndexed => typeof(T).IsEnum && Unsafe.SizeOf<T>() == sizeof(uint);

    /// <summary>Null when values of <typeparamref name="T"/> cannot name a value of the enum.</summary>
    public static EnumNames<T>? For(EnumType type) =>
        typeof(T) == typeof(string) || typeof(T).IsEnum ? ByType.GetValue(type, static t => new EnumNames<T>(Read(t))) : null;

    /// <summary>The name in quotation marks; null when the enum has no such value.</summary>
    public byte[]? Of(T value)
    {
        if (IsIndexed && Index(value) <= LargestIndex) return byIndex[Index(value)];
        return names.GetValueOrDefault(new Key(value));
    }

    /// <summary>The name in quotation marks, given as UTF-8; null when the enum has no such value.</summary>
    public byte[]? Of(ReadOnlySpan<byte> name)
    {
        // Enums are short: looking through them takes less than a hash.
        foreach (var quoted in all)
            if (quoted.Length == name.Length + 2 && quoted.AsSpan(1, name.Length).SequenceEqual(name)) return quoted;
        return null;
    }

    private static uint Index(T value) => Unsafe.BitCast<T, uint>(value);

    private static Dictionary<Key, byte[]> Read(EnumType type)
    {
        if (typeof(T) == typeof(string)) return type.Values.ToDictionary(v => new Key((T)(object)v.Name), v => Quoted(v.Name));
        return Enum.GetNames(typeof(T))
            .Select(member => (Member: (T)Enum.Parse(typeof(T), member), Name: EnumNaming.SdlName(type, member)))
            .Where(pair => pair.Name is not null)
            .DistinctBy(pair => pair.Member)
            .ToDictionary(pair => new Key(pair.Member), pair => Quoted(pair.Name!));
    }

    // A name of GraphQL has no character that JSON escapes.
    private static byte[] Quoted(string name) => Encoding.UTF8.GetBytes($"\"{name}\"");

    // Dictionary wants keys that are not null; the values asked for never are.
    private readonly record struct Key(T Value);
}
