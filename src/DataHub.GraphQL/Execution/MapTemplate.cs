using System.Diagnostics.CodeAnalysis;

namespace DataHub.GraphQL.Execution;

/// <summary>The given and defaulted values of several arguments or input fields, with holes for variables.</summary>
internal sealed class MapTemplate(MapTemplate.Entry[] entries)
{
    private readonly ValueNames names = new(Array.ConvertAll(entries, e => e.Name));
    private readonly object?[] constants = Array.ConvertAll(entries, e => (e.Template as InputTemplate.Constant)?.Value);
    private readonly int[] open = [.. Enumerable.Range(0, entries.Length).Where(i => entries[i].Template is not InputTemplate.Constant)];

    /// <summary>False when a literal has to be coerced as a whole to know what is wrong.</summary>
    public bool TryFill(NamedValues variables, [NotNullWhen(true)] out NamedValues? map)
    {
        map = null;
        var values = constants.AsSpan().ToArray();
        foreach (var i in open)
        {
            ref readonly var entry = ref entries[i];
            if (!entry.Template.TryFill(variables, out var value)) return false;
            if (ReferenceEquals(value, NamedValues.Missing))
            {
                if (entry.IsRequired) return false;
                value = entry.Default;
            }
            values[i] = value;
        }
        map = new NamedValues(names, values);
        return true;
    }

    /// <summary>One argument or input field.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Template">What is written for it, or its default.</param>
    /// <param name="Default">Its default; <see cref="NamedValues.Missing"/> when it has none.</param>
    /// <param name="IsRequired">True when it is non-null and has no default.</param>
    internal readonly record struct Entry(string Name, InputTemplate Template, object? Default, bool IsRequired);
}
