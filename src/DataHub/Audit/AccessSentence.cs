namespace DataHub.Audit;

/// <summary>Tells an owner of a look in plain Indonesian.</summary>
public static class AccessSentence
{
    private static readonly Dictionary<string, string> Purposes = new(StringComparer.Ordinal)
    {
        ["KUR_ELIGIBILITY"] = " untuk memeriksa kelayakan KUR",
        ["RESEARCH"] = " untuk penelitian",
        ["SELLER_VERIFICATION"] = " untuk memeriksa penjual",
        ["PROGRAMME_MONITORING"] = " untuk memantau program",
        ["STEWARDSHIP"] = " untuk menjaga kebenaran data",
    };

    /// <summary>
    /// "Bank Lampung melihat nama pemilik dan plafon kredit Anda untuk memeriksa kelayakan KUR."
    /// </summary>
    /// <param name="who">Name of the organisation.</param>
    /// <param name="kind">One of <see cref="LedgerKind"/>.</param>
    /// <param name="purpose">Null when there was none.</param>
    /// <param name="outcome">One of <see cref="LedgerOutcome"/>.</param>
    /// <param name="labels">What was looked at.</param>
    public static string Of(string who, string kind, string? purpose, string outcome, IReadOnlyList<string> labels)
    {
        var what = labels.Count == 0 ? "data" : Joined(labels);
        if (purpose == "SUBJECT_ACCESS") return $"Anda melihat {what} Anda sendiri.";
        var why = purpose is null ? "" : Purposes.GetValueOrDefault(purpose) ?? "";
        if (kind == LedgerKind.Change) return $"{who} mengubah {what} Anda{why}.";
        return outcome == LedgerOutcome.Failed
            ? $"{who} meminta {what} Anda{why}, tetapi jawabannya tidak sampai."
            : $"{who} melihat {what} Anda{why}.";
    }

    private static string Joined(IReadOnlyList<string> labels) => labels.Count switch
    {
        1 => labels[0],
        2 => $"{labels[0]} dan {labels[1]}",
        _ => $"{string.Join(", ", labels.Take(labels.Count - 1))}, dan {labels[^1]}",
    };
}
