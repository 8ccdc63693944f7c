using Npgsql;

namespace DataHub.Registry.Reference;

/// <summary>Regions.</summary>
internal static class RegionLoad
{
    public static async Task<(int Rows, byte[] Hash)> RunAsync(ReferenceTarget target, CancellationToken cancel)
    {
        var known = await target.PairsAsync("select code, name from registry.region where retired_at is null and $1 <> ''", cancel);
        var names = known.ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
        var (table, entries) = await RegionFile.ReadAsync(target.Wish.Path, names.Keys.ToHashSet(StringComparer.Ordinal), cancel);
        await target.PutAsync(
            "code text, name text, level text, parent_code text, bps_code text, kind text",
            entries.Select(entry => new object?[] { entry.Code, NameOf(entry, names), entry.Level, entry.Parent, entry.BpsCode,
                entry.Kind }), cancel);
        try
        {
            await target.MergeAsync("regions", cancel);
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            throw new ReferenceRefusedException("nothing was loaded: a code of the statistics office is that of a region which the file does not have");
        }
        return (entries.Count, table.Hash);
    }

    // A name that differs only in case, blanks and KAB. is the name that the register has.
    private static string NameOf(RegionEntry entry, Dictionary<string, string> names) =>
        names.TryGetValue(entry.Code, out var name) && RegionEntry.Key(name) == entry.NameKey ? name : entry.Name;
}

/// <summary>An edition of KBLI.</summary>
internal static class KbliLoad
{
    public static async Task<(int Rows, byte[] Hash)> RunAsync(ReferenceTarget target, CancellationToken cancel)
    {
        var edition = target.Wish.Version;
        if (edition.Length != 4 || edition.AsSpan().ContainsAnyExceptInRange('0', '9'))
            throw new ReferenceRefusedException("the version of KBLI is its edition, such as 2020 or 2025");
        var divisions = (await target.PairsAsync("select code, section from registry.kbli_division where version = $1", cancel))
            .ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
        var (table, entries) = await KbliFile.ReadAsync(target.Wish.Path, divisions, cancel);
        await target.PutAsync(
            "code text, level int, title text, parent_code text, section text",
            entries.Select(entry => new object?[] { entry.Code, entry.Level, entry.Title, entry.Parent, entry.Section }), cancel);
        await target.MergeAsync("kbli", cancel);
        return (entries.Count, table.Hash);
    }
}

/// <summary>A table between two editions of KBLI.</summary>
internal static class ConcordanceLoad
{
    public static async Task<(int Rows, byte[] Hash)> RunAsync(ReferenceTarget target, CancellationToken cancel)
    {
        var codes = (await target.PairsAsync("select version, code from registry.kbli where level = 5 and retired_at is null and $1 <> ''", cancel))
            .ToLookup(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);
        var (table, entries) = await ConcordanceFile.ReadAsync(target.Wish.Path, target.Wish.Version, codes, cancel);
        await target.PutAsync(
            "from_version text, from_code text, to_version text, to_code text, note text",
            entries.Select(entry => new object?[] { entry.FromVersion, entry.FromCode, entry.ToVersion, entry.ToCode, entry.Note }),
                cancel);
        await target.MergeAsync("concordance", cancel);
        return (entries.Count, table.Hash);
    }
}

/// <summary>Institutions of KUR, and banks.</summary>
internal static class LenderLoad
{
    public static async Task<(int Rows, byte[] Hash)> RunAsync(ReferenceTarget target, CancellationToken cancel)
    {
        var (table, entries) = await LenderFile.ReadAsync(target.Wish.Path, cancel);
        await target.PutAsync(
            "code text, name text, role text, short_name text, kind text, bic text, active boolean, confidence text, basis text, valid_from date, valid_to date",
            entries.Select(entry => new object?[]
            {
                entry.Code, entry.Name, entry.Role, entry.ShortName, entry.Kind, entry.Bic, entry.Active, entry.Confidence, entry.Basis,
                entry.ValidFrom, entry.ValidTo,
            }),
            cancel);
        await target.MergeAsync("lenders", cancel);
        return (entries.Count, table.Hash);
    }
}
