using DataHub.Shared.Scalars;
using DataHub.Testing;

namespace DataHub.Tests.Shared;

public sealed class ScalarTests(HubFixture hub) : IClassFixture<HubFixture>
{
    [Theory]
    [InlineData("1871014505800001", true)]
    [InlineData("1871013112990010", true)]
    [InlineData("1871017112990001", true)]
    [InlineData("1871014505800000", false)]
    [InlineData("1871010005800001", false)]
    [InlineData("1871013205800001", false)]
    [InlineData("1871014005800001", false)]
    [InlineData("1871017205800001", false)]
    [InlineData("1871014513800001", false)]
    [InlineData("1871014500800001", false)]
    [InlineData("0071014505800001", false)]
    [InlineData("187101450580001", false)]
    [InlineData("18710145058000011", false)]
    [InlineData("187101450580000x", false)]
    [InlineData("١٨٧١٠١٤٥٠٥٨٠٠٠٠١", false)]
    public void A_nik_has_a_possible_day_month_and_serial(string text, bool expected) => Assert.Equal(expected, Identifiers.IsNik(text));

    [Theory]
    [InlineData("123456789012345", "0123456789012345")]
    [InlineData("1234567890123456", "1234567890123456")]
    [InlineData("000000000000000", null)]
    [InlineData("12345678901234", null)]
    [InlineData("12.345.678.9-012.345", null)]
    public void An_npwp_of_the_former_form_gets_a_zero_and_zeros_alone_are_none(string text, string? expected) =>
        Assert.Equal(expected, Identifiers.NormaliseNpwp(text));

    [Theory]
    [InlineData("{ business(nib: \"123\") { name } }", "\"nib\" of \"Query.business\"", "123")]
    [InlineData("{ business(nib: 8120001000011) { name } }", "\"nib\"", "8120001000011")]
    [InlineData("{ kurEligibility(input: { nik: \"1871019905800001\", kind: MIKRO, amount: \"1\" }) { outcome } }", "\"input.nik\"", "1871019905800001")]
    [InlineData("{ kurEligibility(input: { nib: \"0000000000001\", kind: MIKRO, amount: \"Rp 5 juta\" }) { outcome } }", "\"input.amount\"", "juta")]
    [InlineData("{ kurEligibility(input: { nib: \"0000000000001\", kind: MIKRO, amount: \"-5\" }) { outcome } }", "\"input.amount\"", "-5")]
    [InlineData("{ kurEligibility(input: { nib: \"0000000000001\", kind: MIKRO, amount: 1e400 }) { outcome } }", "\"input.amount\"", "1e400")]
    [InlineData("{ kurEligibility(input: { nib: \"0000000000001\", kind: MIKRO, amount: 1, date: \"2026-02-30\" }) { outcome } }", "\"input.date\"", "02-30")]
    [InlineData("{ businesses(where: { registeredOn: { gte: \"13/01/2026\" } }) { totalCount } }", "\"where.registeredOn.gte\"", "13/01")]
    public async Task A_malformed_value_is_a_validation_error_that_names_the_argument_and_not_the_value(string document, string named, string value)
    {
        var answer = await hub.AskAsync(document);
        Assert.Equal(["GRAPHQL_VALIDATION_FAILED"], answer.Codes);
        var message = answer.Json.GetProperty("errors")[0].GetProperty("message").GetString();
        Assert.Contains(named, message);
        Assert.DoesNotContain(value, message);
        Assert.Empty(answer.Statements);
    }

    [Fact]
    public async Task A_malformed_variable_is_refused_by_name()
    {
        var answer = await hub.AskAsync("query($nib: NIB!) { business(nib: $nib) { name } }", variables: new { nib = "12345" });
        Assert.Equal(["BAD_USER_INPUT"], answer.Codes);
        Assert.Contains("\"$nib\"", answer.Json.GetProperty("errors")[0].GetProperty("message").GetString());
        Assert.DoesNotContain("12345", answer.ToString());
    }
}
