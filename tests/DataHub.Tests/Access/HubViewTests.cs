using System.Text.Json;
using DataHub.Access;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.Planning;
using DataHub.Testing;

namespace DataHub.Tests.Access;

/// <summary>Each permission set has a contract of its own.</summary>
public sealed class HubViewTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Caller[] Kinds = [Callers.Bank, Callers.University, Callers.Partner, Callers.Dashboard, Callers.Owner(1), Callers.Steward];

    [Fact]
    public void Callers_with_equal_rights_share_a_view_and_others_do_not()
    {
        Assert.Same(hub.Hub.For(Callers.Bank), hub.Hub.For(Callers.Bank with { Client = "another", Organisation = "009" }));
        Assert.Same(hub.Hub.For(Callers.Bank), hub.Hub.For(Callers.Bank with { Scopes = Callers.Bank.Scopes.ToHashSet() }));
        Assert.NotSame(hub.Hub.For(Callers.Steward), hub.Hub.For(Callers.Steward with { Purpose = "RESEARCH" }));
        Assert.NotSame(hub.Hub.For(Callers.Bank), hub.Hub.For(Callers.Bank with { Scopes = new HashSet<string> { "KUR_DECIDE" } }));
    }

    [Fact]
    public void A_view_that_is_there_is_found_without_allocation()
    {
        var caller = Callers.Partner;
        hub.Hub.For(caller);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++) hub.Hub.For(caller);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void The_views_of_all_scopes_that_a_kind_may_hold_are_sound_schemas_and_no_more_are_kept_than_agreed()
    {
        var made = 0;
        foreach (var kind in ConsumerKinds.All)
        {
            foreach (var purpose in Purposes.ClaimableWith(kind.Scopes))
            {
                foreach (var scopes in Subsets([.. kind.Scopes.Order(StringComparer.Ordinal)]).Where(s => Purposes.ClaimableWith(s).Contains(purpose)))
                {
                    var view = hub.Hub.For(new Caller("any", "any", null, scopes, purpose, null));
                    var text = SchemaPrinter.Print(view.Schema);
                    Assert.Equal(text, SchemaPrinter.Print(SchemaBuilder.Build([new Source(text, purpose)])));
                    Assert.InRange(hub.Hub.ViewCount, 1, 64);
                    made++;
                }
            }
        }
        Assert.True(made > 64, $"Only {made} views were made.");
    }

    [Fact]
    public async Task A_view_that_had_to_go_is_made_again_and_documents_of_the_former_one_are_read_anew()
    {
        var former = hub.Hub.For(Callers.Dashboard);
        var document = former.Engine.Prepare("{ businesses { totalCount } }");
        var scopes = hub.Hub.Schema.Type("Scope") is EnumType type ? type.Values.Select(v => v.Name).ToArray() : [];
        foreach (var set in Subsets(scopes).Where(s => s.Contains("STEWARD_ALL")).Take(70)) hub.Hub.For(Callers.Steward with { Scopes = set });
        var view = hub.Hub.For(Callers.Dashboard);
        Assert.NotSame(former, view);
        Assert.NotSame(document, view.Own(document));
        await using var request = hub.Hub.Open(Callers.Dashboard);
        await Assert.ThrowsAsync<ArgumentException>(async () => await view.Engine.ExecuteAsync(document, new(), request, CancellationToken.None));
        Assert.False((await hub.AskAsync("{ businesses { totalCount } }", Callers.Dashboard)).HasErrors);
    }

    [Fact]
    public void A_caller_gets_no_context_in_the_view_of_another() =>
        Assert.Throws<ArgumentException>(() => hub.Hub.For(Callers.Steward).Open(Callers.Bank, isEvent: false));

    [Fact]
    public async Task A_request_of_one_view_is_not_executed_in_another()
    {
        var other = hub.Hub.For(Callers.Steward).Engine;
        await using var request = hub.Hub.Open(Callers.Bank);
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await other.ExecuteAsync(other.Prepare("{ quarantine { totalCount } }"), new(), request, CancellationToken.None));
    }

    [Theory]
    [InlineData("KurLoan", "BANK OWNER STEWARD")]
    [InlineData("KurLoanFilterInput", "BANK OWNER STEWARD")]
    [InlineData("FeedRun", "STEWARD")]
    [InlineData("QuarantineFilterInput", "STEWARD")]
    [InlineData("Mutation", "OWNER STEWARD")]
    [InlineData("Subscription", "BANK PARTNER DASHBOARD OWNER STEWARD")]
    [InlineData("Business", "BANK PARTNER DASHBOARD OWNER STEWARD")]
    [InlineData("Statistics", "UNIVERSITY DASHBOARD STEWARD")]
    [InlineData("Redaction", "")]
    public async Task Introspection_shows_a_type_to_those_who_have_it(string type, string kinds)
    {
        foreach (var caller in Kinds)
        {
            var answer = await hub.AskAsync(
                "query($name: String!) { __type(name: $name) { name } __schema { types { name } directives { name } } }", caller, new { name = type });
            var isShown = kinds.Split(' ').Contains(caller.Kind.Kind.ToString().ToUpperInvariant());
            Assert.Equal(isShown, answer.Data.GetProperty("__type").ValueKind != JsonValueKind.Null);
            Assert.Equal(isShown, Names(answer, "types").Contains(type));
            Assert.Empty(Names(answer, "directives").Intersect(["access", "sensitive", "source"]));
        }
    }

    [Fact]
    public async Task An_interface_stands_for_the_types_that_the_caller_has()
    {
        var answer = await hub.AskAsync("{ __type(name: \"Node\") { possibleTypes { name } } }", Callers.Partner);
        var possible = answer.Data.GetProperty("__type").GetProperty("possibleTypes").EnumerateArray().Select(t => t.GetProperty("name").GetString()).ToList();
        Assert.Contains("Business", possible);
        Assert.Empty(possible.Intersect(["KurLoan", "Person", "FeedRun", "QuarantineRecord", "TrainingParticipation"]));
    }

    private static IEnumerable<string?> Names(HubAnswer answer, string list) =>
        answer.Data.GetProperty("__schema").GetProperty(list).EnumerateArray().Select(e => e.GetProperty("name").GetString());

    private static IEnumerable<HashSet<string>> Subsets(string[] scopes) => Enumerable.Range(0, 1 << scopes.Length)
        .Select(mask => scopes.Where((_, i) => (mask >> i & 1) == 1).ToHashSet(StringComparer.Ordinal));
}
