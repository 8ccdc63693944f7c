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
    /// <param name="told">What was looked at, and what was done.</param>
    public static string Of(string who, string kind, string? purpose, string outcome, LookedAt told)
    {
        var what = told.Seen.Count == 0 ? "data" : Joined(told.Seen);
        if (purpose == "SUBJECT_ACCESS") return told.Deeds.Count == 0 ? $"Anda melihat {what} Anda sendiri." : $"Anda melakukan {Joined(told.Deeds)}.";
        var why = purpose is null ? "" : Purposes.GetValueOrDefault(purpose) ?? "";
        if (kind == LedgerKind.Change && told.Deeds.Count > 0) return Change(who, why, told);
        if (outcome == LedgerOutcome.Failed)
            return $"{who} meminta {(told.Seen.Count == 0 && told.Withheld.Count > 0 ? Joined(told.Withheld) : what)} Anda{why}, tetapi jawabannya tidak sampai.";
        if (told.Withheld.Count == 0) return $"{who} melihat {what} Anda{why}.";
        return told.Seen.Count == 0
            ? $"{who} meminta {Joined(told.Withheld)} Anda{why}, tetapi tidak diberikan karena Anda tidak menyetujuinya."
            : $"{who} melihat {what} Anda{why}; {Joined(told.Withheld)} diminta, tetapi tidak diberikan karena Anda tidak menyetujuinya.";
    }

    private static string Change(string who, string why, LookedAt told)
    {
        var seen = told.Seen.Count == 0 ? "" : $", dan melihat {Joined(told.Seen)} Anda";
        return $"{who} melakukan {Joined(told.Deeds)} yang menyangkut data Anda{why}{seen}.";
    }

    private static string Joined(IReadOnlyList<string> labels) => labels.Count switch
    {
        1 => labels[0],
        2 => $"{labels[0]} dan {labels[1]}",
        _ => $"{string.Join(", ", labels.Take(labels.Count - 1))}, dan {labels[^1]}",
    };
}
