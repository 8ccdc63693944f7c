using DataHub.GraphQL.Comparison;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.Planning;
using DataHub.Releases;

namespace DataHub.Tests.Releases;

public sealed class ContractChangesTests
{
    private const string Access = "directive @access(scopes: [S!]! purposes: [S!]! consent: Boolean! = false) on OBJECT | FIELD_DEFINITION enum S { A B }";

    [Fact]
    public void The_contract_breaks_nothing_that_the_last_release_promised()
    {
        var released = ReleasedContracts.Read(ReleasedContracts.Last()!);
        var changes = new ContractChanges(released, SchemaBuilder.Build(Contract.Sources()), PlannedRemovals.OfContract(), TimeProvider.System);
        Assert.Empty(changes.Refused.Select(c => c.Message));
    }

    [Fact]
    public void Taking_a_field_of_the_contract_away_is_refused_by_its_coordinate()
    {
        var now = SchemaPrinter.Print(SchemaBuilder.Build(Contract.Sources())).Replace("  legalForm: String\n", "  form: String\n", StringComparison.Ordinal);
        var changes = new ContractChanges(ReleasedContracts.Read(ReleasedContracts.Last()!), Build(now), [], TimeProvider.System);
        Assert.Contains(changes.Refused, c => c is { Kind: ChangeKind.FieldRemoved, Coordinate: "Business.legalForm" });
    }

    [Theory]
    [InlineData("2027-06-01", 0)]
    [InlineData("2027-06-02", 1)]
    public void An_announced_removal_is_let_through_from_its_day_on(string from, int refused)
    {
        var planned = PlannedRemovals.Parse($"- {{ change: FIELD_REMOVED, at: Query.b, announced: 2026-11-21, from: {from}, reason: Use a. }}");
        // Seven hours ahead of UTC it is the first of June already.
        var time = new StoppedClock(new DateTimeOffset(2027, 5, 31, 18, 0, 0, TimeSpan.Zero));
        var changes = new ContractChanges(Build("type Query { a: Int b: Int }"), Build("type Query { a: Int }"), planned, time);
        Assert.Equal(refused, changes.Refused.Count());
    }

    [Theory]
    [InlineData("FIELD_TYPE_CHANGED", "Query.b")]
    [InlineData("FIELD_REMOVED", "Query.c")]
    public void An_entry_lets_through_only_what_it_names(string change, string at)
    {
        var planned = PlannedRemovals.Parse($"- {{ change: {change}, at: {at}, announced: 2026-11-21, from: 2026-11-21, reason: r }}");
        var changes = new ContractChanges(Build("type Query { a: Int b: Int }"), Build("type Query { a: Int }"), planned, TimeProvider.System);
        Assert.Single(changes.Refused);
    }

    [Theory]
    [InlineData("[A]", "[A, B]", "[A]", "[A]", ChangeLevel.Breaking, "is closed to scope B")]
    [InlineData("[A]", "[A]", "[A]", "[A, B]", ChangeLevel.Breaking, "is closed to purpose B")]
    [InlineData("[A, B]", "[A]", "[A]", "[A]", ChangeLevel.Dangerous, "is open to scope B")]
    public void A_field_that_fewer_may_read_is_broken_for_the_others(
        string nowScopes, string scopes, string nowPurposes, string purposes, ChangeLevel level, string what)
    {
        var before = Build($"{Access} type Query {{ a: Int @access(scopes: {scopes}, purposes: {purposes}) }}");
        var after = Build($"{Access} type Query {{ a: Int @access(scopes: {nowScopes}, purposes: {nowPurposes}) }}");
        var change = Assert.Single(new ContractChanges(before, after, [], TimeProvider.System).All);
        Assert.Equal((level, $"Query.a {what}."), (change.Level, change.Message));
    }

    [Fact]
    public void A_rule_that_moves_from_the_field_to_its_type_changes_nothing()
    {
        var before = Build($"{Access} type Query {{ a: Int @access(scopes: [A], purposes: [A]) }}");
        var after = Build($"{Access} type Query @access(scopes: [A], purposes: [A]) {{ a: Int }}");
        Assert.Empty(new ContractChanges(before, after, [], TimeProvider.System).All);
    }

    [Theory]
    [InlineData("- change: FIELD_REMOVED\n  at: A.b\n", "line 1: announced is missing")]
    [InlineData("- change: X\n  at: A.b\n  announced: 21.11.2026\n", "line 1: announced is no date")]
    [InlineData("- change: X\n  att: A.b\n", "line 2: there is no att")]
    [InlineData("change: X\n", "line 1: the file must be a list")]
    [InlineData("- change: [\n", "line 2: this is not YAML")]
    public void A_fault_of_the_list_is_named_with_its_line(string yaml, string fault) =>
        Assert.Contains(fault, Assert.Throws<FormatException>(() => PlannedRemovals.Parse(yaml)).Message);

    private static Schema Build(string sdl) => SchemaBuilder.Build([new Source(sdl)]);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
