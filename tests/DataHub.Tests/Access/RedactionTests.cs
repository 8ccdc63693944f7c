using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using DataHub.Access;
using DataHub.GraphQL.Types;
using DataHub.Planning;
using DataHub.Testing;
using DataHub.Tests.Planning;

namespace DataHub.Tests.Access;

/// <summary>Consumers see values in the form the contract gives them, and learn nothing more of them by whatever they ask.</summary>
public sealed class RedactionTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Dictionary<string, GoldenQuery> Queries = new(StringComparer.Ordinal)
    {
        ["bank_sees_the_last_four_of_a_nik"] = new(Callers.Bank, """{ businesses(first: 3) { nodes { owner { name nik gender } } } }"""),
        ["dashboard_sees_bands_and_stand_ins"] = new(Callers.Dashboard, """{ businesses(last: 4) { nodes { capital owner { name gender } } } }"""),
        ["owner_sees_all_of_it"] = new(Callers.Owner(1), """{ me { person { name nik gender } businesses { capital annualSales phone } } }"""),
        ["steward_sees_all_of_it"] = new(Callers.Steward, """{ businesses(first: 3) { nodes { capital annualSales owner { name nik } } } }"""),
    };

    // For each consumer the fields that it sees in another form or by consent, and what would tell of their values.
    public static TheoryData<string, string> Oracles => new()
    {
        { "dashboard", "{ businesses(where: { capital: { gte: 5000000 } }) { totalCount } }" },
        { "dashboard", "{ businesses(where: { not: { capital: { lt: 5000000 } } }) { totalCount } }" },
        { "dashboard", "{ businesses(where: { or: [{ and: [{ capital: { in: [1000000] } }] }] }) { totalCount } }" },
        { "dashboard", "{ businesses(order: [{ capital: DESC }]) { nodes { nib } } }" },
        { "dashboard", "{ businesses(where: { owner: { name: { startsWith: \"S\" } } }) { totalCount } }" },
        { "dashboard", "{ businesses(where: { owner: { name: { eq: null } } }) { totalCount } }" },
        { "dashboard", "{ businesses(order: [{ owner: { name: ASC } }]) { nodes { nib } edges { cursor } } }" },
        { "dashboard", "{ businesses(order: [{ owner: { gender: ASC, name: ASC } }]) { nodes { nib } } }" },
        { "dashboard", "{ businesses(where: { annualSales: { gt: 1 } }) { totalCount } }" },
        { "dashboard", "{ businesses(order: [{ annualSales: ASC }]) { nodes { nib } } }" },
        { "bank", "{ businesses(where: { annualSales: { gt: 1 } }) { totalCount } }" },
        { "bank", "{ businesses(where: { owner: { nik: { startsWith: \"1871\" } } }) { totalCount } }" },
        { "bank", "{ businesses(order: [{ owner: { nik: ASC } }]) { nodes { nib } } }" },
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Query_gives_the_answer_and_the_sql_of_its_golden_file(string name) => Queries[name].MatchAsync(hub, name);

    [Theory]
    [MemberData(nameof(Oracles))]
    public async Task No_condition_order_or_figure_is_known_for_what_is_not_seen_in_full(string caller, string document)
    {
        var answer = await hub.AskAsync(document, By(caller));
        Assert.Equal(["GRAPHQL_VALIDATION_FAILED"], answer.Codes.Distinct());
        Assert.Empty(answer.Statements);
        // As unknown as what never was: the same error but for the name.
        var madeUp = document.Replace("capital", "xapital", StringComparison.Ordinal).Replace("annualSales", "xnnualSales", StringComparison.Ordinal)
            .Replace("nik", "xik", StringComparison.Ordinal).Replace("name", "xame", StringComparison.Ordinal);
        var unknown = (await hub.AskAsync(madeUp, By(caller))).Json.GetProperty("errors").GetRawText()
            .Replace("xapital", "capital", StringComparison.Ordinal).Replace("xnnualSales", "annualSales", StringComparison.Ordinal)
            .Replace("xik", "nik", StringComparison.Ordinal).Replace("xame", "name", StringComparison.Ordinal);
        Assert.Equal(unknown, answer.Json.GetProperty("errors").GetRawText());
    }

    [Theory]
    [InlineData("dashboard", "{\"capital\":{\"gt\":1}}")]
    [InlineData("dashboard", "{\"owner\":{\"name\":{\"eq\":\"Siti Aminah\"}}}")]
    [InlineData("bank", "{\"annualSales\":{\"gt\":1}}")]
    [InlineData("bank", "{\"owner\":{\"nik\":{\"eq\":\"1871014505800001\"}}}")]
    public async Task A_variable_is_no_way_around_it_and_its_value_is_not_repeated(string caller, string where)
    {
        using var json = JsonDocument.Parse(where);
        var answer = await hub.AskAsync(
            "query($where: BusinessFilterInput) { businesses(where: $where) { totalCount } }", By(caller), new { where = json.RootElement });
        Assert.NotEmpty(answer.Codes);
        Assert.Empty(answer.Statements);
        Assert.DoesNotContain("Siti", answer.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("18710145", answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_input_or_figure_of_a_view_tells_of_a_field_that_is_not_seen_in_full()
    {
        foreach (var caller in new[] { Callers.Bank, Callers.University, Callers.Partner, Callers.Dashboard })
        {
            var view = hub.Hub.For(caller);
            var dim = view.Schema.Types.OfType<ObjectType>().SelectMany(type => type.Fields)
                .Where(field => !view.Rights.Sees(field).IsFull).ToList();
            Assert.Equal(caller == Callers.University, dim.Count == 0);
            foreach (var field in dim)
            {
                foreach (var input in new[] { "FilterInput", "SortInput" })
                    Assert.Null((view.Schema.Type($"{field.Parent.Name}{input}") as InputObjectType)?.Field(field.Name));
                var figures = (view.Schema.Type($"{field.Parent.Name}Connection") as ObjectType)?.Fields.Select(f => f.Name) ?? [];
                Assert.DoesNotContain(figures, name => name[3..].Equals(field.Name, StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Fact]
    public async Task Answers_are_as_long_whatever_the_masked_value_is()
    {
        string[] changes =
        [
            "update registry.person set name = 'A' where id = 8",
            "update registry.person set name = 'Siti Nurhaliza binti Tarudin' where id = 8",
            "update registry.person set name = repeat('x', 500) where id = 8",
        ];
        var lengths = new List<int>();
        foreach (var change in changes)
        {
            await hub.RunAsync(change);
            var answer = await hub.AskAsync("{ business(nib: \"0000000000008\") { owner { name } } }", Callers.Dashboard);
            lengths.Add(answer.Data.GetRawText().Length);
        }
        Assert.Single(lengths.Distinct());
    }

    [Fact]
    public async Task Two_dashboards_cannot_join_their_copies_and_one_can_tell_persons_apart()
    {
        const string Document = "{ businesses(first: 12) { nodes { owner { name } } } }";
        async Task<List<string>> NamesAsync(string organisation) =>
        [
            .. (await hub.AskAsync(Document, Callers.Dashboard with { Organisation = organisation })).Data.GetProperty("businesses").GetProperty("nodes")
                .EnumerateArray().Select(node => node.GetProperty("owner").GetProperty("name").GetString()!),
        ];

        var (here, again, there) = (await NamesAsync("pemprov-lampung"), await NamesAsync("pemprov-lampung"), await NamesAsync("pemkot-metro"));
        Assert.Equal(here, again);
        Assert.Empty(here.Intersect(there));
        Assert.Equal(10, here.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(here[9], here[11]);
    }

    [Fact]
    public async Task Cursors_hold_no_value_that_is_not_seen_in_full()
    {
        var answer = await hub.AskAsync("{ businesses(first: 5) { edges { cursor node { capital owner { name } } } } }", Callers.Dashboard);
        foreach (var edge in answer.Data.GetProperty("businesses").GetProperty("edges").EnumerateArray())
        {
            var bytes = Encoding.Latin1.GetString(Base64Url.DecodeFromChars(edge.GetProperty("cursor").GetString()!));
            Assert.DoesNotContain("Siti", bytes, StringComparison.Ordinal);
            Assert.DoesNotContain("000000", bytes, StringComparison.Ordinal);
        }
        // Nor could they: the columns of no order, default ones included, are masked ones.
        foreach (var type in new[] { Callers.Bank, Callers.Partner, Callers.Dashboard }.SelectMany(caller => hub.Hub.For(caller).Types.Values))
            foreach (var list in type.Fields.Values.OfType<ChildrenField>())
                Assert.Empty(list.Order.Select(key => key.Column).Intersect(Dim(list.Target())));
    }

    private static IEnumerable<string> Dim(TableType type) => type.Fields.Values.Select(field => field switch
    {
        MaskedField { Inner: ColumnField column } => column.Column,
        HiddenField { Inner: ColumnField column } => column.Column,
        ConsentField consented => consented.Inner.Column,
        _ => "",
    });

    private static Caller By(string name) => name == "bank" ? Callers.Bank : Callers.Dashboard;
}
