namespace DataHub.Credit.Regulations;

/// <summary>Names of the settings that the rules read; what each asks and answers is in <c>credit.kur_setting_definition</c>.</summary>
internal static class SettingNames
{
    public const string RecipientScales = "recipient.scales";
    public const string RecipientPmiKind = "recipient.pmi_kind";
    public const string TurnoverMissing = "turnover.missing";
    public const string TurnoverWithoutEvidence = "turnover.without_evidence";
    public const string TurnoverPrecedence = "turnover.precedence";
    public const string TurnoverOtherYear = "turnover.other_year";
    public const string NpwpKnownNik = "npwp.known_nik";
    public const string IdentityNik = "identity.nik";
    public const string OwnerMismatch = "owner.mismatch";
    public const string NibNotActive = "nib.not_active";
    public const string NibUnknown = "nib.unknown";
    public const string AkadLenders = "akad.lenders";
    public const string AkadBeforeRegime = "akad.before_regime";
    public const string AkadReplayClass = "akad.replay_class";
    public const string AkadUndated = "akad.undated";
    public const string AccumulationKinds = "accumulation.kinds";
    public const string AccumulationAmount = "accumulation.amount";
    public const string AccumulationSettled = "accumulation.settled";
    public const string StartDeclaredWithLetter = "start.declared_with_letter";
    public const string StartDeclaredWithoutLetter = "start.declared_without_letter";
    public const string StartUnknown = "start.unknown";
    public const string StartNotActiveLicence = "start.not_active_licence";
    public const string MonthsMissingDay = "months.missing_day";
    public const string ExceptionGrounds = "exception.grounds";
    public const string ExceptionTraining = "exception.training";
    public const string ExceptionProbableTraining = "exception.probable_training";
    public const string CarriedWithoutFact = "carried.without_fact";
    public const string KhususBusinessAge = "khusus.business_age";
    public const string PmiNotApplied = "pmi.not_applied";
    public const string BusinessByNik = "business.by_nik";
    public const string ExportUndocumented = "export.undocumented";
    public const string ActivityUnknown = "activity.unknown";
    public const string ActivityEdition = "activity.edition";
    public const string CollateralSugarCane = "collateral.sugar_cane";
    public const string CollateralAgriculture = "collateral.agriculture";

    /// <summary>All of the above; the levels of the rules (<see cref="Level"/>) come on top.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        RecipientScales, RecipientPmiKind, TurnoverMissing, TurnoverWithoutEvidence, TurnoverPrecedence, TurnoverOtherYear, NpwpKnownNik,
        IdentityNik, OwnerMismatch, NibNotActive, NibUnknown, AkadLenders, AkadBeforeRegime, AkadReplayClass, AkadUndated,
        AccumulationKinds, AccumulationAmount, AccumulationSettled, StartDeclaredWithLetter, StartDeclaredWithoutLetter, StartUnknown,
        StartNotActiveLicence, MonthsMissingDay, ExceptionGrounds, ExceptionTraining, ExceptionProbableTraining,
        CarriedWithoutFact, KhususBusinessAge,
        PmiNotApplied, BusinessByNik, ExportUndocumented, ActivityUnknown, ActivityEdition, CollateralSugarCane, CollateralAgriculture,
    ];

    /// <summary>The setting that says what breaking a rule means.</summary>
    public static string Level(string ruleId) => "level." + ruleId;
}
