namespace DataHub.Testing.Linkage.Labelled;

/// <summary>
/// Invented businesses as five feeds tell of them, with the truth of each record: of the shape and with the faults of the sources (missing
/// and wrong identifiers, shared telephones, namesakes, neighbours with the same sign, owners of several businesses, new owners).
/// </summary>
public sealed class LabelledSet
{
    private LabelledSet(IReadOnlyList<LabelledRow> rows) => Rows = rows;

    /// <summary>In no order that tells anything.</summary>
    public IReadOnlyList<LabelledRow> Rows { get; }

    public static LabelledSet Generate(LabelledOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Businesses);
        var throws = new Throws(options);
        var contact = new Contact(throws);
        var people = new People(throws, Province.Read(options.VillagesFile, throws), contact);
        var names = new NameForms(throws);
        var clerks = new Clerks(people, names, new BrandForms(throws, names), contact, new Identifiers(throws, people));
        var population = new Population(options, throws, people, contact);
        var rows = new FeedRows(throws);
        var licences = new LicenceRows(throws, clerks, rows);
        licences.Hire(options.Businesses);
        var (loans, courses) = (new LoanRows(throws, clerks, rows), new TrainingRows(throws, clerks, rows));
        var (shops, certificates) = (new ShopRows(throws, clerks, rows), new CertificateRows(throws, clerks, rows));
        foreach (var venture in population.Ventures)
        {
            var feeds = Appear(throws, venture);
            if (feeds.Licence) licences.Write(venture);
            if (feeds.Loan) loans.Write(venture);
            if (feeds.Course) courses.Write(venture);
            if (feeds.Shop) shops.Write(venture);
            if (feeds.Certificate) certificates.Write(venture);
        }

        for (var newcomer = 0; newcomer < options.Businesses / 50; newcomer++) courses.WriteNewcomer();
        return new LabelledSet(Shuffled(rows.Rows, throws));
    }

    /// <summary>Another delivery of the same records: each as it is returned, without those for which null is.</summary>
    public LabelledSet With(Func<LabelledRow, LabelledRow?> change) => new([.. Rows.Select(change).OfType<LabelledRow>()]);

    private readonly record struct Feeds(bool Licence, bool Loan, bool Course, bool Shop, bool Certificate);

    /// <summary>Which feeds know a business; at least one.</summary>
    private static Feeds Appear(Throws throws, Venture venture)
    {
        while (true)
        {
            var feeds = new Feeds(throws.Chance(0.72), throws.Chance(0.25), throws.Chance(0.221), throws.Chance(0.217),
                throws.Chance(venture.Trade.Food ? 0.43 : 0.035));
            if (feeds != default) return feeds;
        }
    }

    private static LabelledRow[] Shuffled(List<LabelledRow> rows, Throws throws)
    {
        // A key that two thrown dates and digits made twice is left out: a feed's natural key is unique.
        var unique = rows.DistinctBy(row => (row.Feed, row.Key)).ToArray();
        for (var at = unique.Length - 1; at > 0; at--)
        {
            var other = throws.Below(at + 1);
            (unique[at], unique[other]) = (unique[other], unique[at]);
        }

        return unique;
    }
}
