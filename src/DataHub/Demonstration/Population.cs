namespace DataHub.Demonstration;

/// <summary>
/// Owners and businesses. Only what must be known across feeds is kept (who owns what, NIKs, trades); the rest is thrown again from the
/// seed whenever it is asked.
/// </summary>
internal sealed class Population
{
    /// <summary>54 % of owners are women by the NIKs that OSS publishes; a woman's NIK without its 40 counts as a man's.</summary>
    private const double WomenAsPublished = 0.54;
    private const double FortyForgotten = 0.004;

    private readonly int[] ownerOf;
    private readonly int[] firstOf;
    private readonly byte[] trades;
    private readonly byte[] regencyOf;
    private readonly byte[] districtOf;
    private readonly long[] niks;
    private readonly int women;
    private readonly Bijection womenOrder;
    private readonly Bijection scaleOrder;
    private readonly ScaleCounts scales;
    private readonly Licences licences;
    private readonly Dictionary<int, long> spouses = [];
    private readonly Dictionary<int, string> nikFaults = [];

    public Population(DemoOptions options)
    {
        Seed = options.Seed;
        ReferenceDate = options.ReferenceDate;
        Count = options.Businesses;
        licences = new Licences(Seed, ReferenceDate);
        scales = ScaleCounts.Of(Count);
        scaleOrder = new Bijection(Seed, 2, Count);
        ownerOf = new int[Count];
        trades = new byte[Count];
        firstOf = ThrowOwners();
        womenOrder = new Bijection(Seed, 3, Owners);
        women = (int)(Owners * WomenAsPublished / (1 - FortyForgotten) + 0.5);
        regencyOf = new byte[Owners];
        districtOf = new byte[Owners];
        niks = new long[Owners];
        Issuer = new NikIssuer(Owners);
        for (var owner = 0; owner < Owners; owner++) ThrowOwner(owner);
        for (var owner = 0; owner < Owners; owner++) ThrowSpouse(owner);
        for (var index = 0; index < Count; index++) ThrowNikFault(index);
    }

    public ulong Seed { get; }

    public DateOnly ReferenceDate { get; }

    /// <summary>True businesses.</summary>
    public int Count { get; }

    public int Owners => firstOf.Length - 1;

    public NikIssuer Issuer { get; }

    public Licences Licences => licences;

    public Dice Dice(Topic topic, long subject) => new(Seed, topic, subject);

    public bool IsWoman(int owner) => womenOrder[owner] < women;

    public long NikOf(int owner) => niks[owner];

    public string NameOf(int owner)
    {
        var dice = Dice(Topic.OwnerName, owner);
        return PersonNames.Make(ref dice, IsWoman(owner));
    }

    /// <summary>Positions of the owner's businesses: from the first up to, not including, the second number.</summary>
    public (int First, int End) BusinessesOf(int owner) => (firstOf[owner], firstOf[owner + 1]);

    /// <summary>The NIK of a husband or wife who signs or attends instead; null when the owner does it alone.</summary>
    public long? SpouseNikOf(int owner) => spouses.TryGetValue(owner, out var nik) ? nik : null;

    public string SpouseNameOf(int owner)
    {
        var dice = Dice(Topic.Spouse, owner);
        return PersonNames.Make(ref dice, !IsWoman(owner));
    }

    /// <summary>The owner's NIK as the OSS row of this business carries it: sometimes missing (empty) or damaged.</summary>
    public string PublishedNikOf(int business) =>
        nikFaults.TryGetValue(business, out var fault) ? fault : NikIssuer.Digits(niks[ownerOf[business]]);

    public bool NikIsSound(int business) => !nikFaults.ContainsKey(business);

    public Business this[int index]
    {
        get
        {
            var owner = ownerOf[index];
            var dice = Dice(Topic.Facts, index);
            var scale = ScaleOf(index);
            var regency = Regencies.All[regencyOf[owner]];
            var ordinal = index - firstOf[owner];
            var moved = ordinal > 0 && dice.Chance(0.5);
            var district = regency.Districts[moved ? dice.Weighted(regency.Cumulative) : districtOf[owner]];
            var registered = RegisteredOn(index);
            return new Business
            {
                Index = index,
                Owner = owner,
                Ordinal = ordinal,
                Trade = Trades.All[trades[index]],
                Scale = scale,
                Regency = regency,
                District = district,
                RegisteredOn = registered,
                Capital = ThrowCapital(ref dice, scale),
                LegalForm = ThrowLegalForm(ref dice, scale),
                PublishedArea = dice.Chance(0.1) ? regency.Code : district.Code,
                Nib = licences.Nib(registered, index),
            };
        }
    }

    private DateOnly RegisteredOn(int index)
    {
        var dice = Dice(Topic.Registration, index);
        return licences.ThrowDay(ref dice);
    }

    private Scale ScaleOf(int index)
    {
        var place = scaleOrder[index];
        return place < scales.Mikro ? Scale.Mikro : place < scales.Mikro + scales.Kecil ? Scale.Kecil : Scale.Menengah;
    }

    private int[] ThrowOwners()
    {
        var first = new List<int>(Count + 1);
        for (var index = 0; index < Count;)
        {
            var owner = first.Count;
            first.Add(index);
            var dice = Dice(Topic.OwnerSize, owner);
            var thrown = dice.Below(1000);
            var size = thrown < 960 ? 1 : thrown < 988 ? 2 : thrown < 997 ? 3 : 4;
            var end = Math.Min(index + size, Count);
            for (; index < end; index++)
            {
                ownerOf[index] = owner;
                trades[index] = ThrowTrade(index, first[owner]);
            }
        }
        first.Add(Count);
        return [.. first];
    }

    /// <summary>An owner's next business is of another trade than the earlier ones.</summary>
    private byte ThrowTrade(int index, int first)
    {
        var dice = Dice(Topic.Trade, index);
        var trade = (byte)Trades.Throw(ref dice);
        while (Array.IndexOf(trades, trade, first, index - first) >= 0) trade = (byte)Trades.Throw(ref dice);
        return trade;
    }

    private void ThrowOwner(int owner)
    {
        var place = Dice(Topic.OwnerPlace, owner);
        regencyOf[owner] = (byte)place.Weighted(Regencies.Cumulative);
        var regency = Regencies.All[regencyOf[owner]];
        districtOf[owner] = (byte)place.Weighted(regency.Cumulative);
        var dice = Dice(Topic.OwnerBirth, owner);
        niks[owner] = Issuer.Issue(ref dice, regency.Districts[districtOf[owner]], ThrowBirth(ref dice, owner), IsWoman(owner));
    }

    private DateOnly ThrowBirth(ref Dice dice, int owner)
    {
        var ageInDays = 19 * 365 + (dice.Below(44 * 365) + dice.Below(44 * 365)) / 2;
        return RegisteredOn(firstOf[owner]).AddDays(-ageInDays);
    }

    private void ThrowSpouse(int owner)
    {
        var dice = Dice(Topic.Spouse, owner);
        dice.Next();
        if (!dice.Chance(0.05)) return;
        var home = Regencies.All[regencyOf[owner]].Districts[districtOf[owner]];
        spouses[owner] = Issuer.Issue(ref dice, home, ThrowBirth(ref dice, owner), !IsWoman(owner));
    }

    private void ThrowNikFault(int index)
    {
        var dice = Dice(Topic.NikFault, index);
        var owner = ownerOf[index];
        var thrown = dice.Unit();
        string? fault = null;
        if (thrown < 0.005) fault = "";
        else if (thrown < 0.008) fault = Issuer.Mistyped(ref dice, niks[owner]);
        else if (thrown < 0.010) fault = Issuer.SpreadsheetDigits(niks[owner]);
        else if (thrown < 0.011) fault = "'" + NikIssuer.Digits(niks[owner]);
        else if (thrown < 0.011 + FortyForgotten && IsWoman(owner)) fault = Issuer.WithoutForty(niks[owner]);
        if (fault is not null) nikFaults[index] = fault;
    }

    /// <summary>Without land and premises: to Rp1bn, to Rp5bn, to Rp10bn (PP 7/2021 Art. 35).</summary>
    private static long ThrowCapital(ref Dice dice, Scale scale)
    {
        const long step = 100_000;
        var thrown = scale switch
        {
            Scale.Mikro => Math.Clamp(dice.Skewed(18e6, 1.7), 1e6, 1e9),
            Scale.Kecil => Math.Clamp(1e9 + dice.Skewed(0.7e9, 1.3), 1.0001e9, 5e9),
            _ => Math.Clamp(5e9 + dice.Skewed(1.8e9, 1.0), 5.0001e9, 10e9),
        };
        return (long)thrown / step * step;
    }

    private static string ThrowLegalForm(ref Dice dice, Scale scale)
    {
        var thrown = dice.Below(1000);
        if (scale == Scale.Mikro)
            return thrown < 915 ? "Perorangan" : thrown < 943 ? "UD" : thrown < 968 ? "PT Perorangan" : thrown < 990 ? "CV" : "Koperasi";
        if (scale == Scale.Kecil)
            return thrown < 330 ? "Perorangan" : thrown < 430 ? "UD" : thrown < 480 ? "PT Perorangan" : thrown < 780 ? "CV"
                : thrown < 960 ? "PT" : "Koperasi";
        return thrown < 250 ? "CV" : thrown < 950 ? "PT" : "Koperasi";
    }
}
