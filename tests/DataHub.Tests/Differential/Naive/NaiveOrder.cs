using System.Text;
using DataHub.GraphQL.Execution;

namespace DataHub.Tests.Differential.Naive;

/// <summary>The order of a list: sort keys, and the key of the rows last.</summary>
internal sealed class NaiveOrder : IComparer<object>
{
    private readonly NaiveType type;
    private readonly IReadOnlyList<NaiveKey> keys;

    private NaiveOrder(NaiveType type, IReadOnlyList<NaiveKey> keys) => (this.type, this.keys) = (type, keys);

    /// <summary>Equal for equal orders of one type.</summary>
    public string Name => $"{type.Name}:{string.Join(',', keys.Select(k => $"{k.Path}{(k.Descending ? '-' : '+')}"))}";

    /// <summary>The order that a field's argument asks for, or else the list's own.</summary>
    public static NaiveOrder Of(FieldSelection field, NaiveType type, IReadOnlyList<NaiveKey> own)
    {
        var asked = field.Argument<object?[]>("order")?.Cast<InputObject>().SelectMany(input => Keys(input, type, r => r, "")).ToList();
        return new NaiveOrder(type, asked is { Count: > 0 } ? asked : own);
    }

    private static IEnumerable<NaiveKey> Keys(InputObject input, NaiveType type, Func<object, object?> reach, string path)
    {
        foreach (var (name, value) in input)
        {
            if (value is null) continue;
            var at = path.Length == 0 ? name : $"{path}.{name}";
            if (type.Field(name) is OneField one)
            {
                foreach (var key in Keys((InputObject)value, one.Target, r => reach(r) is { } row ? one.Find(row) : null, at)) yield return key;
            }
            else if (type.Field(name) is ValueField fact)
            {
                yield return new NaiveKey(at, r => reach(r) is { } row ? fact.Read(row) : null, (string)value == "DESC");
            }
            else
            {
                throw new NotSupportedException($"Nothing is known of an order by {at} of {type.Name}.");
            }
        }
    }

    public int Compare(object? x, object? y)
    {
        foreach (var key in keys)
        {
            var compared = Values(key.Read(x!), key.Read(y!));
            if (compared != 0) return key.Descending ? -compared : compared;
        }
        return Values(type.Key(x!), type.Key(y!));
    }

    /// <summary>Two values of a kind; null is the largest, texts compare by code point.</summary>
    public static int Values(object? x, object? y) => (x, y) switch
    {
        (null, null) => 0,
        (null, _) => 1,
        (_, null) => -1,
        (string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)),
        _ => ((IComparable)x).CompareTo(y),
    };
}
