using DataHub.Access;
using DataHub.Testing;

namespace DataHub.Tests.Access;

/// <summary>Who may claim several purposes is told when what it asks for is there for another of them; others are told nothing.</summary>
public sealed class OtherPurposesTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private static readonly Caller Several = Callers.Steward with
    {
        Scopes = new HashSet<string> { "REGISTRY_READ", "CREDIT_READ", "KUR_DECIDE", "MARKET_READ", "RESEARCH_READ", "SELLER_VERIFY" },
        Purpose = "SELLER_VERIFICATION",
        ClaimablePurposes = ["KUR_ELIGIBILITY", "RESEARCH", "SELLER_VERIFICATION"],
    };

    [Theory]
    [InlineData("{ business(nib: \"0000000000001\") { name loans { totalCount } } }", "Business.loans", "KUR_ELIGIBILITY")]
    [InlineData("{ business(nib: \"0000000000001\") { ...f } } fragment f on Business { owner { name } }", "Business.owner", "KUR_ELIGIBILITY")]
    [InlineData("{ statistics(by: [SCALE]) { threshold } }", "Query.statistics", "RESEARCH")]
    [InlineData("{ businesses(where: { owner: { gender: { eq: PEREMPUAN } } }) { totalCount } }", "BusinessFilterInput.owner", "KUR_ELIGIBILITY")]
    [InlineData("{ businesses(order: [{ capital: ASC }]) { totalCount } }", "BusinessSortInput.capital", "KUR_ELIGIBILITY")]
    [InlineData("query($w: KurLoanFilterInput) { business(nib: \"0000000000001\") { name } }", "KurLoanFilterInput", "KUR_ELIGIBILITY")]
    [InlineData("{ node(id: \"x\") { id ... on KurLoan { plafon } } }", "KurLoan", "KUR_ELIGIBILITY")]
    public void What_another_purpose_has_is_named(string document, string coordinate, string purpose)
    {
        var prepared = hub.Hub.For(Several).Engine.Prepare(document);
        Assert.NotEmpty(prepared.Errors);
        Assert.Equal(
            $"\"{coordinate}\" is not open to this client for SELLER_VERIFICATION. It is open to it for {purpose}.",
            OtherPurposes.Tell(hub.Hub, prepared, Several));
    }

    [Theory]
    [InlineData("{ business(nib: \"0000000000001\") { trainings { totalCount } } }")]
    [InlineData("{ business(nib: \"0000000000001\") { owner2 } }")]
    [InlineData("{ quarantine { totalCount } }")]
    [InlineData("{ node(id: \"x\") { ... on FeedRun { id } } }")]
    [InlineData("{ business(nib: ")]
    [InlineData("mutation { setKurSetting(input: { name: \"a\", value: \"b\", reason: \"c\" }) { errors { code } } }")]
    public void What_no_purpose_of_the_caller_has_is_unknown_as_ever(string document)
    {
        var prepared = hub.Hub.For(Several).Engine.Prepare(document);
        Assert.NotEmpty(prepared.Errors);
        Assert.Null(OtherPurposes.Tell(hub.Hub, prepared, Several));
    }

    [Fact]
    public void A_caller_with_one_purpose_is_told_nothing()
    {
        var one = Several with { ClaimablePurposes = ["SELLER_VERIFICATION"] };
        Assert.Null(OtherPurposes.Tell(hub.Hub, hub.Hub.For(one).Engine.Prepare("{ statistics(by: [SCALE]) { threshold } }"), one));
    }
}
