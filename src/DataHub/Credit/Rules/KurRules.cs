namespace DataHub.Credit.Rules;

/// <summary>The rules the hub can apply, by id.</summary>
internal static class KurRules
{
    public static IReadOnlyDictionary<string, KurRule> ById { get; } = new KurRule[]
    {
        new RecipientClass(), new Turnover(), new PlafonOfKind(), new AgeOfBusiness(), new YoungBusinessException(), new BusinessLegality(),
        new Identity(), new TaxpayerNumber(), new EmploymentInsurance(), new NoExtraCollateral(), new NoExtraCollateralWithGuarantor(),
        new CollateralSanction(), new SectorClassRule(), new MikroFrequency(), new KecilAccumulation(), new RateRule(), new Graduation(),
        new SikpAdministration(), new Occupation(), new PriorCommercialCredit(), new ConcurrentCredit(), new OtherDistributor(),
        new Collectability(), new GroupPapers(), new Tenor(), new MigrantWorkerTenor(), new Extension(),
    }.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
}
