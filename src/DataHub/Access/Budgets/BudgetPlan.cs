namespace DataHub.Access.Budgets;

/// <summary>
/// What a client may spend: it saves up to <paramref name="Capacity"/> and gets <paramref name="RestoreRate"/> back each second. A unit is
/// about the work of one row.
/// </summary>
/// <param name="Name">As the settings call it; told to clients in the header RateLimit-Policy.</param>
/// <param name="Capacity">Also the most that one operation may cost; at least 1.</param>
/// <param name="RestoreRate">Units a second; more than 0.</param>
public sealed record BudgetPlan(string Name, double Capacity, double RestoreRate)
{
    public const string DefaultName = "default";

    /// <summary>The largest page of a list below other rows, whatever the plan, and of any list unless the plan says more.</summary>
    public const int CommonPage = 100;

    /// <summary>The most that <see cref="MaxPage"/> may be.</summary>
    public const int LargestPage = 10_000;

    /// <summary>Rows that one page of a list right below the root may have; from 1 to <see cref="LargestPage"/>.</summary>
    public int MaxPage { get; init; } = CommonPage;

    /// <summary>
    /// Requests that a client may send in a minute, each of a batch and each operation of a socket counted; at least 1. Null: as many as
    /// its cost allows.
    /// </summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>The same for all clients of an organisation together.</summary>
    public int? OrganisationRequestsPerMinute { get; init; }

    /// <summary>How often a client may be told of a person in a day (WIB); null: no ceiling. Stewards and owners have none.</summary>
    public long? SubjectsPerDay { get; init; }

    /// <summary>
    /// Different persons that an organisation may be told of in a day (WIB); null: no ceiling. Stewards and owners have none.
    /// </summary>
    public int? PersonsPerDay { get; init; }

    /// <summary>Look-ups that find nothing in an hour, above which there is an alarm.</summary>
    public int MissesPerHour { get; init; } = 1_000;

    /// <summary>Look-ups of NIBs close to one another in an hour, above which there is an alarm.</summary>
    public int SequentialPerHour { get; init; } = 100;

    /// <summary>NIBs that one NIK is given with in an hour, above which there is an alarm.</summary>
    public int NibsPerNik { get; init; } = 20;

    /// <summary>Pairs of a NIB and a NIK that do not belong together, in an hour; further ones are not compared.</summary>
    public int MismatchesPerHour { get; init; } = 100;

    /// <summary>Of these, with one NIB.</summary>
    public int MismatchesPerNib { get; init; } = 5;

    /// <summary>The bucket of costs.</summary>
    internal BucketSize Costs => new(Capacity, RestoreRate);

    /// <summary>A bucket that holds a minute's requests of the client; null: none is kept.</summary>
    internal BucketSize? Requests => BucketSize.OfMinute(RequestsPerMinute);

    /// <summary>The same for the client's organisation.</summary>
    internal BucketSize? OrganisationRequests => BucketSize.OfMinute(OrganisationRequestsPerMinute);

    /// <summary>
    /// For clients of which nothing else is said. The capacity lets a page of 100 businesses with all its lists run without a page size;
    /// the rate is 3,000 look-ups of one business or 100 pages of 100 rows each second, for as long as the client likes.
    /// </summary>
    public static BudgetPlan Default { get; } = new(DefaultName, Capacity: 200_000, RestoreRate: 10_000);
}
