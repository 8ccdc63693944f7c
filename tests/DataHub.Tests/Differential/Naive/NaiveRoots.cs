using DataHub.Access;
using DataHub.Credit;
using DataHub.Feeds;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;
using DataHub.Registry;
using DataHub.Tests.Differential.Rows;
using DataHub.Training;

namespace DataHub.Tests.Differential.Naive;

/// <summary>The fields of Query that answer from rows.</summary>
internal sealed class NaiveRoots(World world, NaiveTypes types, NaiveEvaluator evaluator, Caller caller)
{
    /// <summary>Fields that are understood.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "business", "businessesByNib", "businesses", "regions", "node", "me", "trainingProgrammes", "feedRuns", "quarantine", "sellerVerification",
        "statistics",
    ];

    public object? Answer(FieldSelection field) => field.Definition.Name switch
    {
        "business" => Business(field, field.Argument<string>("nib")!),
        "businessesByNib" => new ExpectedList([.. field.Argument<object?[]>("nibs")!.Select(nib => Business(field, (string)nib!))]),
        "businesses" => evaluator.Connection(field, types["Business"], world.Businesses, []),
        "regions" => Regions(field),
        "node" => Node(field),
        "me" => Me(field),
        "trainingProgrammes" => evaluator.Connection(
            field, types["TrainingProgramme"], world.Programmes, [NaiveKey.Up<ProgrammeRow>("code", p => p.Code)]),
        "feedRuns" => evaluator.Connection(field, types["FeedRun"], world.Runs, [NaiveKey.Down<FeedRunRow>("id", r => r.Id)]),
        "quarantine" => evaluator.Connection(field, types["QuarantineRecord"], world.Quarantine, [NaiveKey.Down<QuarantineRow>("id", r => r.Id)]),
        "sellerVerification" => evaluator.Object(types["SellerVerification"], Seller.Of(world, field.Argument<string>("nib")!), field.Selection),
        "statistics" => Statistics(field),
        _ => throw new NotSupportedException($"Nothing is known of {field.Definition.Coordinate}."),
    };

    private ExpectedObject? Business(FieldSelection field, string nib)
    {
        var licence = world.Licences.FirstOrDefault(l => l.Nib == nib);
        var business = world.Businesses.FirstOrDefault(b => b.Id == licence?.BusinessId);
        return business is null ? null : evaluator.Object(types["Business"], business, field.Selection);
    }

    private ExpectedList Regions(FieldSelection field)
    {
        var parent = field.Argument<string>("parent");
        var regions = world.Regions.Where(r => parent is null ? r.Level == "PROVINCE" : r.ParentCode == parent);
        var first = regions.OrderBy(r => r.Code, StringComparer.Ordinal).Take(500);
        return new ExpectedList([.. first.Select(r => evaluator.Object(types["Region"], r, field.Selection))]);
    }

    private ExpectedObject? Node(FieldSelection field)
    {
        var asked = field.Argument<string>("id")!;
        foreach (var (type, selection) in field.Selections.Where(s => types.Has(s.Key.Name)))
        {
            var naive = types[type.Name];
            var row = naive.Rows.FirstOrDefault(r => types.IdOf(naive, r) == asked) ?? Survivor(naive, asked);
            if (row is not null) return MaySee(type) && naive.IsVisible(caller, row) ? evaluator.Object(naive, row, selection) : null;
        }
        return null;
    }

    private BusinessRow? Survivor(NaiveType type, string id) => type.Name != "Business"
        ? null
        : world.Redirects.Where(r => types.IdOf(type, new BusinessRow { Id = r.Key, OriginFeed = "", OriginKey = "" }) == id)
            .Select(r => world.Businesses.FirstOrDefault(b => b.Id == r.Value)).FirstOrDefault();

    private bool MaySee(ObjectType type)
    {
        var access = type.Directives.Single(d => d.Name == "access");
        return Lists(access, "scopes", caller.Scopes.Contains) && Lists(access, "purposes", p => p == caller.Purpose);
    }

    private static bool Lists(AppliedDirective access, string argument, Func<string, bool> isHeld) =>
        ((DataHub.GraphQL.Language.ListValueNode)access.Argument(argument)!).Values.Cast<DataHub.GraphQL.Language.EnumValueNode>().Any(v => isHeld(v.Value));

    private ExpectedObject Me(FieldSelection field) => NaiveEvaluator.Members(field.Selection, member => member.Definition.Name switch
    {
        "client" => caller.Client,
        "organisation" => caller.Organisation,
        "scopes" => new ExpectedList([.. caller.Scopes.Order(StringComparer.Ordinal)]),
        "purpose" => caller.Purpose,
        "person" => world.Persons.FirstOrDefault(p => p.Id == caller.PersonId) is { } person ? evaluator.Object(types["Person"], person, member.Selection) : null,
        "businesses" => evaluator.List(member, types["Business"], Own(world.Businesses, b => b.OwnerId), []),
        "loans" => evaluator.Connection(
            member, types["KurLoan"], Own(world.Loans, l => l.PersonId), [NaiveKey.Down<KurLoanRow>("akadOn", l => l.AkadOn)]),
        "trainings" => evaluator.Connection(
            member, types["TrainingParticipation"], Own(world.Participations, p => p.PersonId),
            [NaiveKey.Down<ParticipationRow>("startedOn", p => p.StartedOn)]),
        _ => throw new NotSupportedException($"Nothing is known of {member.Definition.Coordinate}."),
    });

    private IEnumerable<TRow> Own<TRow>(IEnumerable<TRow> rows, Func<TRow, long?> personOf) =>
        rows.Where(r => caller.PersonId is not null && personOf(r) == caller.PersonId);

    private ExpectedObject Statistics(FieldSelection field)
    {
        var groups = NaiveStatistics.Groups(world, field);
        return NaiveEvaluator.Members(field.Selection, member => member.Definition.Name switch
        {
            "rows" => new ExpectedList([.. groups.Select(g => evaluator.Object(types["StatisticsRow"], g, member.Selection))]),
            "suppressedRows" => groups.Count(g => g.Suppressed),
            "threshold" => NaiveStatistics.Threshold,
            "asOf" => new ExpectedNow(),
            // Which questions roll-ups cover is the hub's own business; what they tell is not.
            "source" => field.Argument<bool>("exact") ? "EXACT" : new ExpectedOneOf("ROLL_UP", "EXACT"),
            _ => throw new NotSupportedException($"Nothing is known of {member.Definition.Coordinate}."),
        });
    }
}

/// <summary>What is told of a seller: the licence asked for decides, the name and place are the business's.</summary>
internal sealed record Seller(string Nib, bool Found, bool Licensed, string? Name, string? Status, DateOnly? RegisteredOn, string? Kbli, BusinessRow? Business)
{
    public static Seller Of(World world, string nib)
    {
        var licence = world.Licences.FirstOrDefault(l => l.Nib == nib);
        var business = world.Businesses.FirstOrDefault(b => b.Id == licence?.BusinessId);
        var licensed = licence is { IsCurrent: true, Status: "AKTIF" };
        return new Seller(nib, licence is not null, licensed, business?.Name, licence?.Status, licence?.IssuedOn, business?.Kbli, business);
    }
}
