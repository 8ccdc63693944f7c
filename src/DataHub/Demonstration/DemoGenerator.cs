namespace DataHub.Demonstration;

/// <summary>
/// Writes the feeds of docs/feeds.md as Lampung's sources would send them, and truth.csv beside them. People, businesses and figures are
/// invented; codes, places and the proportions of DOMAIN are real.
/// </summary>
public static class DemoGenerator
{
    /// <summary>Names of the files, in the order they are written and should be read.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        OssFile.Name, SidtFile.Name, SikpFile.Name, ProgramFile.Name, TrainingFile.Name, MarketplaceFile.Name, CertificateFile.Name,
        ProductFile.Name, ListingFile.Name, ExhibitionFile.Name, ProcurementFile.Name, PartnershipFile.Name,
    ];

    /// <summary>Writes every file anew. A file carries its name only when it is whole.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Too many or too few businesses, or a reference date before 2019.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; files that were whole by then stay.</exception>
    public static void Generate(DemoOptions options, IProgress<DemoProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Businesses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Businesses, DemoOptions.MostBusinesses);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ReferenceDate, new DateOnly(2019, 1, 1));
        Directory.CreateDirectory(options.OutputDirectory);
        var run = new DemoRun(options, new Population(options), progress, cancellation);
        using (run.Truth)
        {
            OssFile.Write(run);
            SidtFile.Write(run);
            SikpFile.Write(run);
            ProgramFile.Write(run);
            TrainingFile.Write(run);
            MarketplaceFile.Write(run);
            CertificateFile.Write(run);
            ProductFile.Write(run);
            ListingFile.Write(run);
            ExhibitionFile.Write(run);
            ProcurementFile.Write(run);
            PartnershipFile.Write(run);
            run.Truth.Finish();
        }
    }
}
