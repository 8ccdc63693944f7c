using DataHub.Access;
using DataHub.GraphQL.Types;
using DataHub.Shared.Secrets;
using DataHub.Testing;
using Xunit.Abstractions;

namespace DataHub.Tests.Database.Walls;

/// <summary>All that a view of the contract offers can be had: what its resolvers read is open to the role of its kind.</summary>
public sealed class WallCoverageTests(WallCoverageTests.Restricted world, ITestOutputHelper output)
    : IClassFixture<WallCoverageTests.Restricted>
{
    /// <summary>One person has restricted their data, so that lists ask for whose they are.</summary>
    public sealed class Restricted : WallWorld
    {
        protected override async Task FillRowsAsync(Protector protector)
        {
            await base.FillRowsAsync(protector);
            // Copies of data hold what the sources sent.
            await using var records = DataSource.CreateCommand("update feeds.source_record set payload = $1");
            records.Parameters.AddWithValue(protector.Encrypt("{}"));
            await records.ExecuteNonQueryAsync();
            await RunAsync("insert into rights.restriction (request_id, person_id, since) select id, 9, now() from rights.request limit 1");
            await Hub.Restrictions.RefreshAsync(CancellationToken.None);
        }
    }

    public static TheoryData<ConsumerKind> Kinds => [.. Enum.GetValues<ConsumerKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_field_each_condition_and_each_order_of_a_view_is_answered(ConsumerKind kind)
    {
        var (caller, view) = (CallerOf(kind), world.Hub.For(CallerOf(kind)));
        var questions = new ViewQuestions(view);
        var (wrong, count) = (new List<string>(), 0);
        foreach (var document in questions.Of(view.Schema.Query, "query"))
        {
            // A client of its own each: budgets are not what is tried here.
            var answer = await world.AskAsync(document, caller with { Client = $"{caller.Client}-{count++}" });
            if (answer.Codes.Any(code => code != "CONSENT_REQUIRED")) wrong.Add($"{document}\n{answer}");
        }
        output.WriteLine($"{kind}: {count} documents, {questions.Asked.Count} fields.");
        Require(wrong);
        Assert.Empty(Reached(view.Schema.Query!).Except(questions.Asked));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Changes_are_made_or_refused_with_reasons_and_what_they_answer_is_read(ConsumerKind kind)
    {
        var (caller, view) = (CallerOf(kind), world.Hub.For(CallerOf(kind)));
        if (view.Schema.Mutation is not { } mutations) return;
        var wrong = new List<string>();
        foreach (var (document, place) in new ViewQuestions(view).Of(mutations, "mutation").Select((document, place) => (document, place)))
        {
            var answer = await world.AskAsync(document, caller with { Client = $"{caller.Client}-{place}" });
            if (answer.Codes.Any(code => code is not ("CONSENT_REQUIRED" or "BAD_USER_INPUT"))) wrong.Add($"{document}\n{answer}");
        }
        Require(wrong);
    }

    private void Require(List<string> wrong) => Assert.True(
        wrong.Count == 0,
        $"{wrong.Count}: {string.Join("\n", wrong.Take(10))}\n{string.Join("\n", world.Failures.Select(f => f.Message).Distinct().Take(10))}");

    private static HashSet<string> Reached(ObjectType root)
    {
        var (reached, open, fields) = (new HashSet<NamedType>(), new Queue<FieldsType>([root]), new HashSet<string>());
        while (open.TryDequeue(out var type))
        {
            if (!reached.Add(type)) continue;
            foreach (var field in type.Fields)
            {
                fields.Add(field.Coordinate);
                if (field.Type.Named is FieldsType below and not InterfaceType) open.Enqueue(below);
            }
        }
        return fields;
    }

    private static Caller CallerOf(ConsumerKind kind)
    {
        var caller = kind switch
        {
            ConsumerKind.Bank => Callers.Bank,
            ConsumerKind.University => Callers.University,
            ConsumerKind.Partner => Callers.Partner,
            ConsumerKind.Dashboard => Callers.Dashboard,
            ConsumerKind.Owner => Callers.Owner(1),
            _ => Callers.Steward,
        };
        return caller with { Scopes = ConsumerKinds.All.Single(k => k.Kind == kind).Scopes };
    }
}
