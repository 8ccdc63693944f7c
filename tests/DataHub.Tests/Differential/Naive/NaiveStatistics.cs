using DataHub.GraphQL.Execution;
using DataHub.Registry;
using DataHub.Tests.Differential.Rows;

namespace DataHub.Tests.Differential.Naive;

/// <summary>A group of businesses, as the contract's StatisticsRow tells of it.</summary>
internal sealed class StatisticsGroup
{
    public string? RegencyCode { get; init; }
    public string? DistrictCode { get; init; }
    public string? KbliVersion { get; init; }
    public string? SectorCode { get; init; }
    public string? Scale { get; init; }
    public string? Gender { get; init; }
    public string? Status { get; init; }
    public int? RegistrationYear { get; init; }
    public int? Count { get; init; }
    public decimal? SumAnnualSales { get; init; }
    public int? SumWorkers { get; init; }
    public bool Suppressed { get; init; }
}

/// <summary>Counts and sums over businesses that hold a NIB; what rests on 1 to 4 businesses is withheld.</summary>
internal static class NaiveStatistics
{
    public const int Threshold = 5;

    public static IReadOnlyList<StatisticsGroup> Groups(World world, FieldSelection field)
    {
        var by = field.Argument<object?[]>("by")!.Cast<string>().ToList();
        var where = field.Argument<InputObject>("where");
        return world.Businesses
            .Where(b => b.Nib is not null)
            .Where(b => IsAmong(where, "regencies", b.RegencyCode) && IsAmong(where, "scales", b.Scale) && IsAmong(where, "sectors", b.SectorCode))
            .GroupBy(b => new Keys([.. by.SelectMany(dimension => KeysOf(world, dimension, b))]))
            .OrderBy(group => group.Key)
            .Select(group => Told(group.Key, by, group.ToList()))
            .ToList();
    }

    private static bool IsAmong(InputObject? where, string condition, string? value) =>
        where?.List<string>(condition) is not { } values || (value is not null && values.Contains(value));

    // Letters of sections mean different things in different editions of KBLI.
    private static object?[] KeysOf(World world, string dimension, BusinessRow business) => dimension switch
    {
        "REGENCY" => [business.RegencyCode],
        "DISTRICT" => [business.DistrictCode],
        "SCALE" => [business.Scale],
        "SECTOR" => [business.KbliVersion, business.SectorCode],
        "GENDER" => [world.Persons.FirstOrDefault(p => p.Id == business.OwnerId)?.Gender],
        "STATUS" => [business.Status],
        "REGISTRATION_YEAR" => [business.RegisteredOn?.Year],
        _ => throw new NotSupportedException($"Nothing is known of statistics by {dimension}."),
    };

    private static StatisticsGroup Told(Keys keys, List<string> by, List<BusinessRow> businesses)
    {
        var sales = businesses.Select(b => b.AnnualSales).OfType<decimal>().ToList();
        var workers = businesses.Select(b => b.Workers).OfType<int>().ToList();
        return new StatisticsGroup
        {
            RegencyCode = Key("REGENCY"),
            DistrictCode = Key("DISTRICT"),
            KbliVersion = Key("SECTOR"),
            SectorCode = Key("SECTOR", 1),
            Scale = Key("SCALE"),
            Gender = Key("GENDER"),
            Status = Key("STATUS"),
            RegistrationYear = (int?)At("REGISTRATION_YEAR", 0),
            Count = businesses.Count >= Threshold ? businesses.Count : null,
            SumAnnualSales = sales.Count >= Threshold ? sales.Sum() : null,
            SumWorkers = workers.Count >= Threshold ? workers.Sum() : null,
            Suppressed = businesses.Count < Threshold || sales.Count is > 0 and < Threshold || workers.Count is > 0 and < Threshold,
        };

        string? Key(string dimension, int offset = 0) => (string?)At(dimension, offset);

        object? At(string dimension, int offset) => by.IndexOf(dimension) is >= 0 and var place
            ? keys.Values[by.Take(place).Sum(d => d == "SECTOR" ? 2 : 1) + offset]
            : null;
    }

    /// <summary>Values to group by: equal when all are, in the order of the first that differs.</summary>
    private sealed class Keys(object?[] values) : IEquatable<Keys>, IComparable<Keys>
    {
        public object?[] Values => values;

        public bool Equals(Keys? other) => other is not null && values.SequenceEqual(other.Values);

        public override bool Equals(object? obj) => Equals(obj as Keys);

        public override int GetHashCode() => values.Aggregate(0, (hash, value) => HashCode.Combine(hash, value));

        public int CompareTo(Keys? other) => values.Zip(other!.Values, NaiveOrder.Values).FirstOrDefault(compared => compared != 0);
    }
}
