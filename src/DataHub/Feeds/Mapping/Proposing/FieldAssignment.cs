using System.Globalization;

namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>A column given to a field.</summary>
internal sealed record Assigned(FeedColumn Field, ColumnProfile Column, double Confidence, string Reason);

/// <summary>Gives each field at most one column and each column at most one field, the surest pair first; the same for the same
/// sheet.</summary>
internal static class FieldAssignment
{
    /// <summary>Below this a pair is not proposed.</summary>
    public const double Least = 0.5;

    private sealed record Candidate(FeedColumn Field, int FieldOrder, ColumnProfile Column, double Confidence, string Reason);

    /// <summary>The pairs, in the feed's order of fields.</summary>
    public static IReadOnlyList<Assigned> Of(FeedDefinition feed, IReadOnlyList<FieldWords> dictionary,
        IReadOnlyList<ColumnProfile> columns)
    {
        var candidates = dictionary.SelectMany((words, order) => columns.Select(column =>
            Judge(Column(feed, words.Field), words, order, column)))
            .Where(candidate => candidate.Confidence >= Least)
            .OrderByDescending(candidate => candidate.Confidence)
            // Of several years the newest tells most.
            .ThenByDescending(candidate => candidate.Column.Header.Year ?? 0)
            .ThenBy(candidate => candidate.FieldOrder).ThenBy(candidate => candidate.Column.Column);
        var taken = new Dictionary<string, Assigned>();
        var used = new HashSet<int>();
        foreach (var candidate in candidates)
            if (!taken.ContainsKey(candidate.Field.Name) && used.Add(candidate.Column.Column))
                taken[candidate.Field.Name] = new Assigned(candidate.Field, candidate.Column, candidate.Confidence, candidate.Reason);
        return [.. feed.Columns.Where(column => taken.ContainsKey(column.Name)).Select(column => taken[column.Name])];
    }

    /// <summary>The field that a column comes nearest to; null when none.</summary>
    public static string? Nearest(IReadOnlyList<FieldWords> dictionary, ColumnProfile column) => dictionary
        .Select(words => (words.Field, Fit: column.Header.Fits(words))).Where(pair => pair.Fit >= 0.75)
        .OrderByDescending(pair => pair.Fit).Select(pair => pair.Field).FirstOrDefault();

    private static Candidate Judge(FeedColumn field, FieldWords words, int order, ColumnProfile column)
    {
        var fit = column.Header.Fits(words);
        var evidence = FieldEvidence.Of(field, column);
        var confidence = Math.Clamp(Confidence(field, fit, evidence), 0, 0.99);
        var says = fit switch
        {
            >= 0.97 => "the header names the field",
            >= 0.9 => "the header names the field besides something else",
            > 0 => "the header has words of the field",
            _ => ""
        };
        var reason = string.Join("; ", new[] { says, evidence.Words }.Where(part => part.Length > 0));
        return new Candidate(field, order, column, Math.Round(confidence, 2, MidpointRounding.AwayFromZero), reason);
    }

    private static double Confidence(FeedColumn field, double fit, Evidence evidence)
    {
        // A column without values is what its header says.
        if (fit > 0) return (fit * 0.8) + (evidence.Weight * (evidence.Weight > 0 ? 0.19 : 0.5));
        // Without a word of the header only what cannot well be anything else is proposed.
        var speaks = field.Kind is ColumnKind.Nik or ColumnKind.Nib || field.Role is ColumnRole.Phone or ColumnRole.PersonName
            || field.Name is "email" or "kabupaten" or "kecamatan";
        return speaks && evidence.Weight >= 0.8 ? 0.35 + (evidence.Weight * 0.25) : 0;
    }

    private static FeedColumn Column(FeedDefinition feed, string name) => feed.Columns[feed.IndexOf(name)];

    /// <summary>A share for reading.</summary>
    public static string Write(double confidence) => confidence.ToString("0.##", CultureInfo.InvariantCulture);
}
