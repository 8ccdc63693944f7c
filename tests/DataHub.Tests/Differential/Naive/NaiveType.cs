using System.Reflection;
using DataHub.Access;

namespace DataHub.Tests.Differential.Naive;

/// <summary>A type of the contract over rows in memory.</summary>
/// <param name="name">Its name in the contract.</param>
/// <param name="row">The class of its rows; a field is read from the property of the same name unless it is told otherwise.</param>
internal sealed class NaiveType(string name, Type row)
{
    private readonly Dictionary<string, NaiveField> fields = new(StringComparer.Ordinal);

    public string Name { get; } = name;

    /// <summary>All rows there are, whoever asks.</summary>
    public IReadOnlyList<object> Rows { get; set; } = [];

    /// <summary>What tells the rows apart.</summary>
    public required Func<object, object> Key { get; init; }

    /// <summary>Rows that the caller may see in lists.</summary>
    public Func<Caller, object, bool> IsVisible { get; set; } = (_, _) => true;

    /// <summary>Null when the type has no such field.</summary>
    public NaiveField? Field(string field)
    {
        if (fields.TryGetValue(field, out var known)) return known;
        var property = row.GetProperty(field, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
        return property is null ? null : fields[field] = new ValueField(property.GetValue);
    }

    public NaiveType Value<TRow>(string field, Func<TRow, object?> read) => Add(field, new ValueField(r => read((TRow)r)));

    public NaiveType One<TRow>(string field, NaiveType target, Func<TRow, object?> find) => Add(field, new OneField(target, r => find((TRow)r)));

    public NaiveType Many<TRow>(string field, NaiveType target, Func<TRow, IEnumerable<object>> find, params NaiveKey[] order) =>
        Add(field, new ManyField(target, r => find((TRow)r), order));

    private NaiveType Add(string field, NaiveField value)
    {
        fields.Add(field, value);
        return this;
    }
}

/// <summary>How a field follows from a row.</summary>
internal abstract record NaiveField;

/// <summary>A fact of the row; null when not known.</summary>
internal sealed record ValueField(Func<object, object?> Read) : NaiveField;

/// <summary>One other row, or null.</summary>
internal sealed record OneField(NaiveType Target, Func<object, object?> Find) : NaiveField;

/// <summary>Other rows, and the order they have unless another is asked for.</summary>
internal sealed record ManyField(NaiveType Target, Func<object, IEnumerable<object>> Find, IReadOnlyList<NaiveKey> Order) : NaiveField;

/// <summary>A sort key: null is last going up and first going down.</summary>
/// <param name="Path">What it is, in words that differ for different keys.</param>
internal sealed record NaiveKey(string Path, Func<object, object?> Read, bool Descending = false)
{
    public static NaiveKey Up<TRow>(string path, Func<TRow, object?> read) => new(path, r => read((TRow)r));

    public static NaiveKey Down<TRow>(string path, Func<TRow, object?> read) => new(path, r => read((TRow)r), Descending: true);
}
