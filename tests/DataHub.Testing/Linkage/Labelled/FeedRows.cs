using System.Globalization;

namespace DataHub.Testing.Linkage.Labelled;

/// <summary>What the writers of all five feeds need.</summary>
internal sealed class FeedRows(Throws throws)
{
    private readonly Dictionary<string, int> serials = [];

    public List<LabelledRow> Rows { get; } = [];

    /// <summary>A number that the feed has not had yet, scattered over <paramref name="digits"/> digits.</summary>
    public string Serial(string feed, int digits)
    {
        var count = serials[feed] = serials.GetValueOrDefault(feed) + 1;
        long limit = 1;
        for (var digit = 0; digit < digits; digit++) limit *= 10;
        return (count * 48_271L % limit).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    public void Add(string feed, string key, string[] fields, Teller teller)
    {
        var tags = new HashSet<string>(teller.Tags);
        if (teller.Venture is { } venture)
        {
            tags.UnionWith(venture.Tags);
            Rows.Add(new(feed, key, fields, new(venture.Id, teller.Owner.Id, teller.Person.Id, teller.Role), tags));
            return;
        }

        var nobody = "NB" + teller.Person.Number.ToString("D7", CultureInfo.InvariantCulture);
        Rows.Add(new(feed, key, fields, new(nobody, teller.Person.Id, teller.Person.Id, teller.Role), tags));
    }

    /// <summary>Capitals as a feed has them: <paramref name="upper"/> and <paramref name="lower"/> in 100.</summary>
    public string Case(string text, int upper, int lower = 0)
    {
        var thrown = throws.Below(100);
        if (thrown < upper) return text.ToUpperInvariant();
        return thrown < upper + lower ? text.ToLowerInvariant() : text;
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A day in one of the years from <paramref name="first"/> on by weight; nothing after today.</summary>
    public DateOnly Throw(int first, params ReadOnlySpan<int> weights)
    {
        var year = first + throws.Weighted(weights);
        var last = new DateOnly(year, 12, 31);
        return throws.Day(new(year, 1, 1), last > Population.Today ? Population.Today : last);
    }
}

/// <summary>Who speaks in a record; <see cref="Venture"/> is null for somebody without a business.</summary>
internal sealed record Teller(Venture? Venture, Person Owner, Person Person, string Role)
{
    public HashSet<string> Tags { get; } = [];
}
