using System.Reflection;
using System.Text.RegularExpressions;

namespace DataHub.GraphQL.Tests.SpecCompliance;

/// <summary>A section with what its class of tests must prove by name.</summary>
internal sealed record SpecificationEntry(string Number, string Title, bool HasRules, IReadOnlyList<string> Parts)
{
    /// <summary>The name of the class of its tests: <c>Section_5_3_1_FieldSelectionsTests</c>.</summary>
    public string ClassName => $"Section_{Number.Replace('.', '_')}_{Words(Title)}Tests";

    /// <summary>The words of a title, each with a capital, without what cannot stand in a name.</summary>
    public static string Words(string title) => string.Concat(Regex.Split(title, "[^A-Za-z0-9]+").Where(w => w.Length > 0)
        .Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}

/// <summary>The list of what the specification holds.</summary>
internal static class SpecificationList
{
    private const string NoRules = " (no rules)";

    public static IReadOnlyList<SpecificationEntry> September2025 { get; } = Read(Text());

    /// <summary>Reads number and title a line, with what belongs to the section indented below; lines with a hash are comments.</summary>
    public static IReadOnlyList<SpecificationEntry> Read(string text)
    {
        var entries = new List<SpecificationEntry>();
        var parts = new List<string>();
        foreach (var line in text.Split('\n').Where(l => l.Trim().Length > 0 && l[0] != '#'))
        {
            if (line[0] == ' ')
            {
                parts.Add(line.Trim());
                continue;
            }
            parts = [];
            var hasRules = !line.EndsWith(NoRules, StringComparison.Ordinal);
            var heading = hasRules ? line : line[..^NoRules.Length];
            var end = heading.IndexOf(' ', StringComparison.Ordinal);
            entries.Add(new SpecificationEntry(heading[..end], heading[(end + 1)..], hasRules, parts));
        }
        return entries;
    }

    private static string Text()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("September2025.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
