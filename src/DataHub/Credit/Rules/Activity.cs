using DataHub.Credit.Applicants;
using DataHub.Credit.Regulations;

namespace DataHub.Credit.Rules;

/// <summary>The activity to be financed and its sector class.</summary>
/// <param name="Class">Null when the activity is unknown and no setting assumes one.</param>
/// <param name="IsAssumed">True when a setting stands in for an unknown activity.</param>
/// <param name="Declared">The activity, or the export document, is declared.</param>
internal sealed record Activity(KurSectorClass? Class, string Found, bool IsAssumed, bool Declared)
{
    /// <summary>The class, or the classes that an unknown activity may have.</summary>
    public IReadOnlyList<KurSectorClass> Possible =>
        Class is { } known ? [known] : [HasExportDocuments ? KurSectorClass.TradeExport : KurSectorClass.TradeLocal, KurSectorClass.Production];

    /// <summary>True when a document of the export process is declared: trade would then be export.</summary>
    private bool HasExportDocuments { get; init; }

    public static Activity Of(KurCase c)
    {
        var declared = c.Declared.Kbli;
        var kbli = declared ?? c.Business?.Kbli;
        if (kbli is null) return Unknown(c, "No source has the activity (KBLI) and none is declared.");
        var edition = (declared is null ? c.Business?.KbliVersion : null) ?? c.Setting(SettingNames.ActivityEdition);
        if (kbli.Length != 5 || !kbli.All(char.IsAsciiDigit)) return Unknown(c, "The KBLI is not five digits.");
        return c.Regulations.ActivityOf(edition, kbli) is { } activity
            ? Classify(c, activity, $"KBLI {kbli} of {edition}")
            : Unknown(c, $"KBLI {kbli} is no code of the {edition} edition.");
    }

    private static Activity Classify(KurCase c, KurActivity activity, string code)
    {
        var isDeclared = c.Declared.Kbli is not null;
        if (!activity.IsTrade) return new(KurSectorClass.Production, $"{code}: goods or services outside trade.", false, isDeclared);
        return c.Declared.ExportDocuments == true
            ? new(KurSectorClass.TradeExport, $"{code}: trade, with a document of the export process declared.", false, true)
            : new(KurSectorClass.TradeLocal, $"{code}: trade, without a document of the export process.", false, isDeclared);
    }

    private static Activity Unknown(KurCase c, string found) => c.Setting(SettingNames.ActivityUnknown) switch
    {
        "TRADE_LOCAL" => new(KurSectorClass.TradeLocal, found + " Taken as trade without export.", true, false),
        "PRODUCTION" => new(KurSectorClass.Production, found + " Taken as goods or services outside trade.", true, false),
        _ => new(null, found, false, c.Declared.ExportDocuments == true) { HasExportDocuments = c.Declared.ExportDocuments == true },
    };
}
