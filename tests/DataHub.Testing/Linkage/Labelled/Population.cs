namespace DataHub.Testing.Linkage.Labelled;

/// <summary>The businesses and their owners, and what makes them hard to tell apart.</summary>
internal sealed class Population
{
    public static readonly DateOnly Today = new(2025, 6, 30);
    private readonly Throws throws;
    private readonly People people;
    private readonly Contact contact;
    private readonly List<Person> owners = [];

    public Population(LabelledOptions options, Throws throws, People people, Contact contact)
    {
        (this.throws, this.people, this.contact) = (throws, people, contact);
        for (var number = 1; number <= options.Businesses; number++) Ventures.Add(Add(number));
        foreach (var owner in owners.Where(owner => owner.Ventures.Count > 1))
            foreach (var venture in owner.Ventures) venture.Tags.Add("multi_business_owner");
    }

    public List<Venture> Ventures { get; } = [];

    private Venture Add(int number)
    {
        if (number > 20 && throws.Chance(0.054)) return Further(number, throws.Pick(owners));
        var copied = number > 20 ? throws.Weighted(56, 25, 919) : 2;
        var model = copied < 2 ? throws.Pick(Ventures) : null;
        var village = model is null ? null : copied == 0 ? people.Near(model.Place.Village) : model.Place.Village;
        var owner = NewOwner(village);
        return Found(number, owner, owner.Home, new Plan
        {
            Model = model,
            Tag = model is null ? null : copied == 0 ? "same_name_same_kecamatan" : "same_name_same_desa",
        });
    }

    private Person NewOwner(Village? village)
    {
        var kind = village is null && owners.Count > 20 ? throws.Weighted(44, 25, 17, 16, 898) : 4;
        var other = kind < 4 ? throws.Pick(owners) : null;
        Person owner;
        switch (kind)
        {
            case 0:
                owner = people.Make(people.Settle(people.Near(other!.Home.Village)), other.Woman, other.Name);
                owner.Tags.Add("homonym_owner");
                break;
            case 1 or 2:
                owner = people.Make(other!.Home, people.ThrowWoman(), phone: kind == 2 ? other.Phone : null);
                owner.Tags.Add("family_same_house");
                if (kind == 2) owner.Tags.Add("family_shared_phone");
                break;
            case 3:
                owner = people.Make(people.Settle(other!.Home.Village), people.ThrowWoman(), phone: other.Phone);
                owner.Tags.Add("family_shared_phone");
                break;
            default:
                owner = people.Make(people.Settle(village ?? people.Anywhere()), people.ThrowWoman());
                break;
        }

        owners.Add(owner);
        return owner;
    }

    private Venture Further(int number, Person owner)
    {
        var village = throws.Chance(0.95) ? owner.Home.Village : people.Near(owner.Home.Village);
        var legal = throws.Chance(0.04);
        var venture = Found(number, owner, people.Settle(village), new Plan { Legal = legal ? "CV" : null, OwnPhone = throws.Chance(0.2) });
        if (legal) venture.Tags.Add("legal_entity_second");
        return venture;
    }

    private sealed record Plan
    {
        public Venture? Model { get; init; }

        public string? Tag { get; init; }

        public string? Legal { get; init; }

        public bool OwnPhone { get; init; }
    }

    private Venture Found(int number, Person owner, Place place, Plan plan)
    {
        var trade = plan.Model?.Trade ?? Trade(owner);
        var changed = owner.Ventures.Count == 0 && throws.Chance(0.0185);
        var moved = throws.Chance(0.065);
        var phone = plan.OwnPhone ? contact.Number() : owner.Phone;
        var venture = new Venture
        {
            Number = number,
            Trade = trade,
            Product = plan.Model?.Product ?? throws.Pick(trade.Words),
            Brand = plan.Model?.Brand ?? Brand(owner),
            LegalForm = plan.Legal ?? Form(),
            Place = place,
            Owner = changed ? Successor(owner) : owner,
            OwnerBefore = changed ? owner : null,
            OwnerSince = throws.Day(new(2020, 1, 1), new(2024, 12, 31)),
            Phone = phone,
            PhoneBefore = throws.Chance(0.116) ? contact.Number() : null,
            PhoneSince = throws.Day(new(2016, 1, 1), new(2025, 1, 31)),
            PlaceBefore = moved ? Earlier(place.Village) : null,
            PlaceSince = throws.Day(new(2019, 1, 1), new(2025, 3, 31)),
            Closed = throws.Chance(0.077),
        };
        Tag(venture, plan.Tag);
        owner.Ventures.Add(venture);
        return venture;
    }

    private static void Tag(Venture venture, string? tag)
    {
        venture.Tags.UnionWith((venture.OwnerBefore ?? venture.Owner).Tags);
        if (tag is not null) venture.Tags.Add(tag);
        if (venture.OwnerBefore is not null) venture.Tags.Add("ownership_change");
        if (venture.PhoneBefore is not null) venture.Tags.Add("phone_changed");
        if (venture.PlaceBefore is not null) venture.Tags.Add("moved");
        if (venture.Closed) venture.Tags.Add("closed");
    }

    /// <summary>Half of the successors are of the house.</summary>
    private Person Successor(Person owner) => throws.Chance(0.5)
        ? people.Make(owner.Home, !owner.Woman, phone: throws.Chance(0.6) ? owner.Phone : null)
        : people.Make(people.Settle(owner.Home.Village), people.ThrowWoman());

    private Place Earlier(Village village) => throws.Weighted(60, 25, 15) switch
    {
        0 => people.Settle(village),
        1 => people.Settle(people.Near(village)),
        _ => people.Settle(people.Anywhere()),
    };

    private TradeWords Trade(Person owner)
    {
        if (owner.Ventures.Count > 0 && throws.Chance(0.1)) return owner.Ventures[0].Trade;
        return TradeWords.All[throws.Weighted(TradeWords.Weights)];
    }

    private string Form() => throws.Weighted(895, 42, 28, 21, 8, 6) switch
    {
        0 => "Perorangan",
        1 => "CV",
        2 => "UD",
        3 => "PT Perorangan",
        4 => "PT",
        _ => "Koperasi",
    };

    /// <summary>Two businesses of one owner never share a brand.</summary>
    private string Brand(Person owner)
    {
        while (true)
        {
            var brand = OneBrand(owner);
            if (owner.Ventures.TrueForAll(venture => venture.Brand != brand)) return brand;
        }
    }

    private string OneBrand(Person owner)
    {
        switch (throws.Weighted(510, 212, 160, 62, 30, 26))
        {
            case 0:
                return throws.Ranked(BrandWords.Common, 12);
            case 1:
                var coined = "";
                for (var count = throws.Weighted(0, 12, 52, 36) + 1; count > 0; count--) coined += throws.Pick(BrandWords.Syllables);
                return Writing.Title(coined) + (throws.Chance(0.3) ? " " + throws.Pick(BrandWords.Tails) : "");
            case 2:
                var parts = owner.Name.Split(' ');
                var part = parts[0] is "Muhammad" or "Ahmad" or "Abdul" && parts.Length > 1 ? parts[1] : throws.Pick(parts);
                return throws.Pick(owner.Woman ? NameWords.FamiliarForWomen : NameWords.FamiliarForMen) + " " + part;
            case 3:
                return string.Concat(Enumerable.Range(0, throws.Between(2, 3)).Select(_ => throws.Pick(Initials)));
            case 4:
                return throws.Pick(BrandWords.Children) + (throws.Chance(0.2) ? " Jaya" : "");
            default:
                return throws.Pick(["Mbah Kung", "Mbok Jum", "Pak De", "Bude", "Mama Muda", "Nenek Idah"]);
        }
    }

    private static readonly string[] Initials = "A B D F H I J K L M N R S T W Y Z".Split(' ');
}
