using System.Diagnostics.CodeAnalysis;

namespace DataHub.GraphQL.Execution;

/// <summary>The given and defaulted values of several arguments or input fields, with holes for variables.</summary>
internal sealed class MapTemplate(MapTemplate.Entry[] entries)
{
    private readonly string[] names = Array.ConvertAll(entries, e => e.Name);

    /// <summary>False when a literal has to be coerced as a whole to know what is wrong.</summary>
    public bool TryFill(IReadOnlyDictionary<string, object?> variables, [NotNullWhen(true)] out NamedValues? map)
    {
        map = null;
        var values = new object?[entries.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (!entries[i].Template.TryFill(variables, out values[i])) return false;
            if (!ReferenceEquals(values[i], NamedValues.Missing)) continue;
            if (entries[i].IsRequired) return false;
            values[i] = entries[i].Default;
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
