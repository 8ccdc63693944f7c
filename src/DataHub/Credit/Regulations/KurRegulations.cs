using DataHub.Credit.Rules;

namespace DataHub.Credit.Regulations;

/// <summary>All that decides about KUR, as it was in the tables at one moment. Immutable.</summary>
public sealed class KurRegulations
{
    private readonly Dictionary<(string Regime, string Name), KurParameter> parameters;
    private readonly Dictionary<string, KurSetting> settings;
    private readonly Dictionary<(string Version, string Prefix), KurActivity> activities;
    private readonly KurRegulationTables tables;

    /// <summary>
    /// Throws <see cref="InvalidDataException"/>, naming all of them, when rules or settings are in the tables or in the code alone.
    /// </summary>
    public KurRegulations(KurRegulationTables tables)
    {
        this.tables = tables;
        parameters = tables.Parameters.ToDictionary(row => (row.Regime, row.Name));
        settings = tables.Settings.ToDictionary(row => row.Name, StringComparer.Ordinal);
        activities = tables.Activities.ToDictionary(row => (row.KbliVersion, row.Prefix));
        var gaps = GapsOf(tables).ToList();
        if (gaps.Count > 0) throw new InvalidDataException($"The tables of KUR rules and the code differ: {string.Join("; ", gaps)}.");
    }

    /// <summary>Settings in force, by name.</summary>
    public IReadOnlyList<KurSetting> Settings => tables.Settings;

    /// <summary>The regulation that decides about an akad of that day; null when none is loaded.</summary>
    public KurRegime? DecidingOn(DateOnly day) => tables.Regimes.FirstOrDefault(regime => regime.Decides && regime.Covers(day));

    /// <summary>The regulation whose rates an akad of that day had: for a day before all of them, the earliest.</summary>
    public KurRegime RatesOn(DateOnly? day) =>
        tables.Regimes.FirstOrDefault(regime => day is { } known && regime.Covers(known))
        ?? tables.Regimes.MinBy(regime => regime.ValidFrom)
        ?? throw new InvalidDataException("No KUR regulation is loaded.");

    /// <summary>The rules of the regulation in its order.</summary>
    public IEnumerable<KurRuleText> RulesOf(KurRegime regime) => tables.Rules.Where(rule => rule.Regime == regime.Code);

    /// <summary>A number of the regulation; null when it has none of that name.</summary>
    public decimal? ParameterOrNull(KurRegime regime, string name) => parameters.GetValueOrDefault((regime.Code, name))?.Value;

    /// <summary>A number of the regulation. Throws <see cref="InvalidDataException"/> when the tables lack it.</summary>
    public decimal Parameter(KurRegime regime, string name) =>
        ParameterOrNull(regime, name) ?? throw new InvalidDataException($"Number {name} of {regime.Code} is not in the tables.");

    /// <summary>The setting in force. Throws <see cref="KeyNotFoundException"/> for a name that no rule reads.</summary>
    public KurSetting Setting(string name) => settings[name];

    /// <summary>The activity of a five-digit code: the longest prefix counts; null when no prefix fits.</summary>
    public KurActivity? ActivityOf(string version, string kbli)
    {
        for (var length = kbli.Length; length > 0; length--)
        {
            if (activities.TryGetValue((version, kbli[..length]), out var activity)) return activity;
        }
        return null;
    }

    /// <summary>Rates of a kind: those of the class and those for whichever class, by akad number.</summary>
    public IEnumerable<KurRate> Rates(KurRegime regime, KurKind kind, KurSectorClass sectorClass) => tables.Rates
        .Where(row => row.Regime == regime.Code && row.Kind == kind && (row.Class is null || row.Class == sectorClass))
        .OrderBy(row => row.AkadNumber);

    /// <summary>Rates that the state set for the region of a business and an akad of that day, by year; empty when none.</summary>
    public IReadOnlyList<KurRateOverride> Overrides(KurRegime regime, string? regencyCode, DateOnly akadOn) => tables.Overrides
        .Where(row => row.Regime == regime.Code && IsWithin(regencyCode, row.RegionCode) && akadOn >= row.AkadFrom && akadOn <= row.AkadTo)
        .OrderBy(row => row.Year).ToList();

    private IEnumerable<string> GapsOf(KurRegulationTables read)
    {
        var names = SettingNames.All.Concat(KurRules.ById.Values.Where(rule => rule.HasLevel).Select(rule => SettingNames.Level(rule.Id)));
        foreach (var name in names.Where(name => !settings.ContainsKey(name))) yield return $"setting {name} is missing";
        foreach (var rule in read.Rules.Where(rule => !KurRules.ById.ContainsKey(rule.Id))) yield return $"rule {rule.Id} is not known";
        foreach (var regime in read.Regimes.Where(regime => regime.Decides))
        {
            var lacking = KurRules.ById.Keys.Except(read.Rules.Where(rule => rule.Regime == regime.Code).Select(rule => rule.Id));
            foreach (var id in lacking) yield return $"rule {id} is missing in {regime.Code}";
        }
    }

    private static bool IsWithin(string? code, string region) =>
        code is not null && (code == region || code.StartsWith(region + ".", StringComparison.Ordinal));
}
