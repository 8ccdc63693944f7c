using System.Collections.Concurrent;
using DataHub.Database.Walls;

namespace DataHub.Planning;

/// <summary>
/// One string for all statements of the same text: Npgsql looks its prepared statements up by the text, which is quick for a string it knows.
/// </summary>
internal static class StatementTexts
{
    private const int Most = 2000;
    private const int Longest = 10_000;
    private static readonly ConcurrentDictionary<string, StatementText> Texts = new(StringComparer.Ordinal);

    public static StatementText Shared(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest) return Of(text.ToString());
        var known = Texts.GetAlternateLookup<ReadOnlySpan<char>>();
        if (known.TryGetValue(text, out var shared)) return shared;
        // Filters of any form make texts of any number: the table starts anew rather than to grow for ever.
        if (Texts.Count >= Most) Texts.Clear();
        var added = text.ToString();
        return Texts.GetOrAdd(added, Of);
    }

    private static StatementText Of(string text) => new(text, RowSetting.HasRowsOfOrganisations(text));
}

/// <summary>A text, and what is found in it once.</summary>
/// <param name="Text">The text.</param>
/// <param name="HasRowsOfOrganisations">See <see cref="RowSetting.HasRowsOfOrganisations"/>.</param>
internal sealed record StatementText(string Text, bool HasRowsOfOrganisations);
