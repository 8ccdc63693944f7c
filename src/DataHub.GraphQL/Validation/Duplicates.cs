using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Validation;

/// <summary>What the uniqueness rules have in common.</summary>
internal static class Duplicates
{
    /// <summary>Each name that occurs again, paired with its first occurrence; in the order of the text.</summary>
    public static IEnumerable<(NameNode First, NameNode Again)> Of(IEnumerable<NameNode> names)
    {
        var seen = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!seen.TryAdd(name.Value, name)) yield return (seen[name.Value], name);
        }
    }
}
