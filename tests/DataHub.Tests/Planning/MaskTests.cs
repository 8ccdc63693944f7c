using System.Collections;
using System.Globalization;
using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.Planning;
using DataHub.Shared.Secrets;
using DataHub.Testing;

namespace DataHub.Tests.Planning;

/// <summary>Values as those see them who may not see them in full.</summary>
public sealed class MaskTests
{
    [Theory]
    [InlineData("1871014505801234", "************1234")]
    [InlineData("3604010101900001", "************0001")]
    [InlineData("12345678", "************5678")]
    [InlineData("1234567", "****************")]
    [InlineData("", "****************")]
    public void The_last_four_stand_behind_as_many_asterisks_whatever_the_length(string text, string shown) =>
        Assert.Equal(shown, LastFourMask.Of(text));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("9999999.99", "0")]
    [InlineData("10000000", "10000000")]
    [InlineData("24999999", "10000000")]
    [InlineData("500000000", "500000000")]
    [InlineData("999999999999999", "50000000000")]
    [InlineData("-5", "0")]
    public void An_amount_is_shown_as_the_lower_edge_of_its_band(string amount, string edge) =>
        Assert.Equal(decimal.Parse(edge, CultureInfo.InvariantCulture), Bands.Of(decimal.Parse(amount, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 5)]
    [InlineData(19, 10)]
    [InlineData(int.MaxValue, 100_000)]
    [InlineData(int.MinValue, 0)]
    public void A_number_is_shown_as_the_lower_edge_of_its_band(int number, int edge) => Assert.Equal(edge, Bands.Of(number));

    [Fact]
    public void The_contract_states_the_edges_of_the_bands()
    {
        var band = ((EnumType)SchemaBuilder.Build(Contract.Sources()).Type("Redaction")!).Values.Single(v => v.Name == "BAND").Description!;
        Assert.Contains($"in Rupiah begin at {string.Join(", ", Bands.Rupiah.Select(e => e.ToString(CultureInfo.InvariantCulture)))};", band, StringComparison.Ordinal);
        Assert.Contains($"whole numbers at {string.Join(", ", Bands.Numbers.Select(e => e.ToString(CultureInfo.InvariantCulture)))}.", band, StringComparison.Ordinal);
        Assert.Equal(Bands.Rupiah.Order().Distinct(), Bands.Rupiah);
        Assert.Equal(Bands.Numbers.Order().Distinct(), Bands.Numbers);
    }

    [Fact]
    public void A_stand_in_is_stable_within_an_organisation_and_a_field_and_nowhere_else()
    {
        var tokens = new FieldTokens(HubFixture.FixedKeys);
        var token = tokens.Of(Callers.Dashboard, "Person.name", "Siti Aminah");
        Assert.Matches("^tok_[A-Za-z0-9_-]{16}$", token);
        Assert.Equal(token, new FieldTokens(HubFixture.FixedKeys).Of(Callers.Dashboard with { Client = "other" }, "Person.name", "Siti Aminah"));
        var others = new[]
        {
            tokens.Of(Callers.Dashboard with { Organisation = "pemkot-metro" }, "Person.name", "Siti Aminah"),
            tokens.Of(Callers.Dashboard, "Business.name", "Siti Aminah"),
            tokens.Of(Callers.Dashboard, "Person.name", "Siti Aminah "),
            tokens.Of(Callers.Dashboard with { Organisation = null, Client = "pemprov-lampung" }, "Person.name", "Siti Aminah"),
            new FieldTokens(HubKeys.Generate()).Of(Callers.Dashboard, "Person.name", "Siti Aminah"),
        };
        Assert.DoesNotContain(token, others);
        Assert.Equal(others.Length, others.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void What_is_null_stays_null_and_nothing_of_a_hidden_field_is_read()
    {
        var masked = new LastFourMask().Over(new ArrayColumn<string>(["1871014505801234", null!]), null!);
        Assert.Equal(["************1234", null], [masked.ValueOf(0), masked.ValueOf(1)]);
        var banded = new BandMask().Over(new ArrayColumn<decimal>([30_000_000m, 0], new BitArray(new[] { false, true })), null!);
        Assert.Equal([25_000_000m, null], [banded.ValueOf(0), banded.ValueOf(1)]);
        var numbers = new BandMask().Over(new ArrayColumn<int>([7]), null!);
        Assert.Equal(5, numbers.ValueOf(0));
    }

    [Theory]
    [InlineData("type X { a: Rupiah }", Redaction.Last4, false, "X.a: is Rupiah, of which there is no form Last4")]
    [InlineData("type X { a: Int! }", Redaction.Hide, false, "X.a: is hidden from some, but never null")]
    [InlineData("type X { a: String! }", null, true, "X.a: needs consent, but is never null")]
    [InlineData("type X { a: String }", null, true, "X.a: needs consent, but nothing says whose")]
    [InlineData("type X { a: [String] }", Redaction.Hide, false, "X.a: is [String], which cannot be hidden")]
    public void A_form_that_a_field_cannot_have_is_a_fault(string sdl, Redaction? redaction, bool needsConsent, string fault)
    {
        var field = ((ObjectType)SchemaBuilder.Build([new Source($"scalar Rupiah type Query {{ x: X }} {sdl}")]).Type("X")!).Field("a")!;
        var faults = new BindingFaults();
        new Masking(null, faults).As(new ColumnField("a", "a", typeof(string)), field, new Sight(true, redaction, needsConsent));
        Assert.Contains(fault, Assert.Throws<InvalidOperationException>(faults.ThrowIfAny).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_is_ordered_by_what_some_may_not_see_is_a_fault_of_the_hub()
    {
        await using var source = Npgsql.NpgsqlDataSource.Create("Host=nowhere");
        var builder = new HubBuilder(new HubParts(source, HubFixture.FixedKeys, TimeProvider.System, (_, _) => { }));
        var refused = Assert.Throws<InvalidOperationException>(() => builder.Build(hub =>
        {
            HubFactory.Register(hub);
            hub.Extend("Region").Add(new ChildrenField("richest", hub.Type("Business"), "code", "regency_code", [new("annual_sales", typeof(decimal), Descending: true)]));
            hub.Resolve("Query.businesses", new ListResolver(hub.Type("Business"), [new("capital", typeof(decimal))]));
        }));
        Assert.Contains("Region.richest: is ordered by Business.annualSales, which some may not see as it is", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Query.businesses: is ordered by Business.capital, which some may not see as it is", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_have_no_order_by_a_value_that_is_shown_in_another_form()
    {
        var veiled = new MaskedField(new ColumnField("name", "name", typeof(string)), new LastFourMask());
        var type = new TableType("X", Fragment.Of($"x"), "id", new Dictionary<string, TableField>(StringComparer.Ordinal) { ["name"] = veiled });
        Assert.Throws<InvalidOperationException>(() => new ListOrder(type, [new("name", typeof(string))]));
        Assert.Single(new ListOrder(type, [new("id", typeof(long))]).Keys);
    }
}
