using System.Globalization;
using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;
using DataHub.Planning;
using DataHub.Testing;
using DataHub.Tests.Differential;
using DataHub.Tests.Differential.Naive;
using DataHub.Tests.Differential.Questions;
using DataHub.Tests.Differential.Rows;
using Npgsql;
using Xunit.Abstractions;

namespace DataHub.Tests.Database.Walls;

/// <summary>
/// Any question of the whole contract, as the planner makes statements of it for one who may ask it, sent as each kind of consumers: the planner
/// refuses nothing here, PostgreSQL does. 2,000 pairs of a consumer and a question, 20,000 where all changes must pass (CI=true).
/// </summary>
public sealed class WallPairTests(NastyFixture hub, ITestOutputHelper output) : IClassFixture<NastyFixture>
{
    private const string Denied = "42501";
    private readonly SharedColumns shared = new(hub.Hub);
    private readonly HubView whole = hub.Hub.Unchecked(Callers.Steward);
    private readonly Dictionary<ConsumerKind, (int Refused, int Answered, int Neither)> counts = [];

    [Fact]
    public async Task PostgreSQL_refuses_what_the_contract_denies_and_answers_what_it_opens()
    {
        var pairs = Runs.Factor * (Runs.AreMany ? 20_000 : 2_000);
        var plans = new PlanReader(hub.Hub.Schema);
        var view = new NastyWorldView(hub.Hub, new SideBySide(hub).Types, hub.World);
        for (var asked = 0; asked < pairs;)
        {
            // Nobody has all: what only owners have is asked as well.
            var asker = asked % 5 == 0 ? Callers.Owner(1) : Callers.Steward;
            var question = new QuestionMaker(view, Runs.Seed + asked, asker).Make();
            var (document, variables) = QuestionText.Of(question, new Dictionary<Place, string?>());
            var (plan, _) = await plans.ReadAsync(document, variables);
            foreach (var kind in Enum.GetValues<ConsumerKind>())
            {
                asked++;
                if (plan is not null) await RequireAsync(plan, kind, document);
            }
        }
        foreach (var (kind, (refused, answered, neither)) in counts)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {refused} refused, {answered} answered, {neither} of fields that are not stored."));
        Assert.All(counts.Where(c => c.Key != ConsumerKind.Steward), count => Assert.True(count.Value.Refused > pairs / 100));
        Assert.True(counts.Values.Sum(c => c.Answered) > pairs / 6, "Too little is open.");
    }

    [Theory]
    [InlineData(ConsumerKind.Bank, 20)]
    [InlineData(ConsumerKind.University, 90)]
    [InlineData(ConsumerKind.Partner, 40)]
    [InlineData(ConsumerKind.Dashboard, 35)]
    [InlineData(ConsumerKind.Owner, 15)]
    [InlineData(ConsumerKind.Steward, 0)]
    public void No_column_is_closed_as_a_field_and_open_for_another_reason(ConsumerKind kind, int closedFieldsAtLeast)
    {
        var closed = shared.ClosedTo(kind).ToList();
        Assert.True(closed.Count >= closedFieldsAtLeast, $"{closed.Count} fields are closed.");
        Assert.DoesNotContain(closed, field => field.IsShared && !field.IsExcepted);
    }

    private async Task RequireAsync(OperationPlan plan, ConsumerKind kind, string document)
    {
        var denied = shared.DeniedTo(kind, plan).ToList();
        var refusal = await RefusalAsync(plan, kind);
        var told = $"{kind}, seed {Runs.Seed}: {refusal ?? "answered"}\n{document}\nclosed to it: {string.Join(", ", denied.Select(d => d.Coordinate))}";
        Assert.True(refusal is null or Denied, told);
        var mustRefuse = denied.Exists(field => !field.IsShared);
        var mustAnswer = !shared.ReachesClosed(kind, plan);
        if (mustRefuse) Assert.True(refusal == Denied, told);
        if (mustAnswer) Assert.True(refusal is null, told);
        var before = counts.GetValueOrDefault(kind);
        counts[kind] = (before.Refused + (mustRefuse ? 1 : 0), before.Answered + (mustAnswer ? 1 : 0), before.Neither + (mustRefuse || mustAnswer ? 0 : 1));
    }

    /// <summary>The state with which one of the plan's statements is refused; null when all are answered.</summary>
    private async Task<string?> RefusalAsync(OperationPlan plan, ConsumerKind kind)
    {
        // One that is also a person: of others nothing would be read below "me".
        var caller = Callers.Steward with { PersonId = 1 };
        await using var request = hub.Hub.Open(whole, caller, isEvent: false);
        await using var connection = await hub.Hub.Reading.For(kind).DataSource.OpenConnectionAsync();
        foreach (var fetch in HubPlan.Of(plan, request))
        {
            try
            {
                await using var batch = new NpgsqlBatch(connection) { BatchCommands = { fetch.Statement.ToCommand() } };
                await batch.ExecuteNonQueryAsync();
            }
            catch (PostgresException exception)
            {
                return exception.SqlState;
            }
        }
        return null;
    }
}
