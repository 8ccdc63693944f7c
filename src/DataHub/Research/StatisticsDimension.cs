using DataHub.Planning;

namespace DataHub.Research;

/// <summary>A column that groups are told apart by.</summary>
/// <param name="Name">In the answer and in research.roll_up.</param>
/// <param name="OfBusiness">The column or expression of research.business_figure, alias b.</param>
/// <param name="Absent">Its value where the question does not group by it.</param>
internal sealed record StatisticsKey(string Name, Fragment OfBusiness, Fragment Absent)
{
    /// <summary>The column of research.roll_up_figure, alias b.</summary>
    public Fragment OfRollUp { get; } = Fragment.Of($"b.{new Identifier(Name)}");
}

/// <summary>What statistics can be grouped by.</summary>
/// <param name="Name">In the contract.</param>
/// <param name="Bit">In research.roll_up.dimensions.</param>
/// <param name="Keys">Its columns.</param>
internal sealed record StatisticsDimension(string Name, int Bit, params StatisticsKey[] Keys)
{
    private static readonly Fragment NoText = Fragment.Of($"null::text");

    public static StatisticsDimension Regency { get; } = new("REGENCY", 1, Text("regency_code", Fragment.Of($"b.regency_code")));

    public static StatisticsDimension Scale { get; } = new("SCALE", 4, Text("scale", Fragment.Of($"b.scale")));

    /// <summary>Letters of sections mean different things in different editions of KBLI.</summary>
    public static StatisticsDimension Sector { get; } = new(
        "SECTOR", 8, Text("kbli_version", Fragment.Of($"b.kbli_version")), Text("sector_code", Fragment.Of($"b.sector_code")));

    public static StatisticsDimension Gender { get; } = new("GENDER", 16, Text("gender", Fragment.Of($"b.gender")));

    // Since PostgreSQL 14 extract() makes a numeric of each date; date_part() is several times cheaper.
    private static readonly Fragment Year = Fragment.Of($"date_part('year', b.registered_on)::int");

    /// <summary>All, by their names.</summary>
    public static IReadOnlyDictionary<string, StatisticsDimension> All { get; } = new StatisticsDimension[]
    {
        Regency,
        new("DISTRICT", 2, Text("district_code", Fragment.Of($"b.district_code"))),
        Scale,
        Sector,
        Gender,
        new("STATUS", 32, Text("status", Fragment.Of($"b.status"))),
        new("REGISTRATION_YEAR", 64, new StatisticsKey("registration_year", Year, Fragment.Of($"null::int"))),
    }.ToDictionary(dimension => dimension.Name, StringComparer.Ordinal);

    private static StatisticsKey Text(string name, Fragment ofBusiness) => new(name, ofBusiness, NoText);
}
