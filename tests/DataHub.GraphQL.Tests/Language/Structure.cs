using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Language;

/// <summary>Compares nodes by what they hold, without the places they were read from.</summary>
internal static class Structure
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Parts = new();

    /// <summary>A text that is the same for nodes of the same structure only.</summary>
    public static string Of(SyntaxNode node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    /// <summary>True when the texts would be the same.</summary>
    public static bool AreSame(object? one, object? other) => (one, other) switch
    {
        (string or null, _) => Equals(one, other),
        (SyntaxNode a, SyntaxNode b) =>
            a.GetType() == b.GetType() && Array.TrueForAll(PartsOf(a), part => AreSame(part.GetValue(a), part.GetValue(b))),
        (ICollection a, ICollection b) =>
            a.Count == b.Count && a.Cast<object>().Zip(b.Cast<object>()).All(pair => AreSame(pair.First, pair.Second)),
        _ => Equals(one, other),
    };

    private static void Write(object? value, StringBuilder text)
    {
        switch (value)
        {
            case string words:
                text.Append('\'').Append(words).Append('\'');
                break;
            case SyntaxNode node:
                text.Append(node.GetType().Name).Append('(');
                foreach (var part in PartsOf(node)) Write(part.GetValue(node), text.Append(part.Name).Append('='));
                text.Append(')');
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items) Write(item, text);
                text.Append(']');
                break;
            default:
                text.Append(CultureInfo.InvariantCulture, $"{value ?? "-"} ");
                break;
        }
    }

    private static PropertyInfo[] PartsOf(SyntaxNode node) => Parts.GetOrAdd(node.GetType(), type =>
        [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.Name is not (nameof(SyntaxNode.Source) or nameof(SyntaxNode.Start) or
                nameof(SyntaxNode.End) or nameof(SyntaxNode.Location)))
            .OrderBy(p => p.Name, StringComparer.Ordinal)]);
}
