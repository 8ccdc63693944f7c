using System.Net;

namespace DataHub.Api.Tests.Identity;

public sealed class PurposeTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly RunningHost host = fixture.Host;

    [Theory]
    [InlineData("bank-sandbox", "KUR_ELIGIBILITY")]
    [InlineData("university-sandbox", "RESEARCH")]
    [InlineData("partner-sandbox", "SELLER_VERIFICATION")]
    [InlineData("dashboard-sandbox", "PROGRAMME_MONITORING")]
    [InlineData("owner-sandbox", "SUBJECT_ACCESS")]
    [InlineData("steward-sandbox", "STEWARDSHIP")]
    public async Task A_client_with_one_purpose_need_not_name_it(string client, string purpose)
    {
        foreach (var named in new[] { null, purpose })
        {
            var answer = await host.QueryAsAsync(host.Token(client), "{ who { client purpose } }", named);
            Assert.Equal($$$$"""{"data":{"who":{"client":"{{{{client}}}}","purpose":"{{{{purpose}}}}"}}}""", answer.Body);
        }
    }

    [Theory]
    [InlineData("RESEARCH")]
    [InlineData("kur_eligibility")]
    [InlineData("KUR_ELIGIBILITY,STEWARDSHIP")]
    [InlineData("NONSENSE")]
    public async Task A_purpose_that_the_scopes_do_not_allow_is_403(string purpose)
    {
        var answer = await host.QueryAsAsync(host.Token(), purpose: purpose);
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("PURPOSE_NOT_ALLOWED", answer.Code);
        Assert.Contains("insufficient_scope", answer.Message.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_with_several_purposes_must_name_one()
    {
        var token = new TokenForge(host).Claim("scp", "kur.decide research.read").Sign();
        var silent = await host.QueryAsAsync(token);
        Assert.Equal(HttpStatusCode.BadRequest, silent.Status);
        Assert.Equal("PURPOSE_REQUIRED", silent.Code);
        foreach (var purpose in new[] { "KUR_ELIGIBILITY", "RESEARCH" })
            Assert.Contains(purpose, (await host.QueryAsAsync(token, purpose: purpose)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_of_nobodys_agreement_has_for_a_purpose_the_scopes_of_who_asks_for_it()
    {
        const string All = "registry.read kur.decide credit.read training.read research.read steward.all self.read";
        var token = new TokenForge(host).Claim("scp", All).Sign();
        async Task<string> ScopesAsync(string purpose) => (await host.QueryAsAsync(token, "{ who { scopes } }", purpose)).Body;
        Assert.Equal("""{"data":{"who":{"scopes":["CREDIT_READ","KUR_DECIDE","REGISTRY_READ"]}}}""", await ScopesAsync("KUR_ELIGIBILITY"));
        Assert.Equal("""{"data":{"who":{"scopes":["RESEARCH_READ"]}}}""", await ScopesAsync("RESEARCH"));
        Assert.Equal("""{"data":{"who":{"scopes":["SELF_READ"]}}}""", await ScopesAsync("SUBJECT_ACCESS"));
    }

    [Fact]
    public async Task A_token_that_comes_again_is_asked_for_its_purpose_again()
    {
        var token = new TokenForge(host).Claim("scp", "kur.decide research.read").Sign();
        for (var turn = 0; turn < 3; turn++)
        {
            foreach (var purpose in new[] { "KUR_ELIGIBILITY", "RESEARCH" })
                Assert.Contains(purpose, (await host.QueryAsAsync(token, "{ who { client purpose } }", purpose)).Body, StringComparison.Ordinal);
            Assert.Equal("PURPOSE_REQUIRED", (await host.QueryAsAsync(token)).Code);
            Assert.Equal("PURPOSE_NOT_ALLOWED", (await host.QueryAsAsync(token, purpose: "STEWARDSHIP")).Code);
        }
    }

    [Fact]
    public async Task Callers_that_share_a_connection_are_told_apart()
    {
        var tokens = new[] { "bank-sandbox", "university-sandbox", "bank-sandbox", "steward-sandbox" }.Select(client => (client, host.Token(client))).ToList();
        for (var turn = 0; turn < 12; turn++)
        {
            var (client, token) = tokens[turn % tokens.Count];
            var answer = await host.QueryAsAsync(token, "{ who { client purpose } }");
            Assert.Contains($"\"client\":\"{client}\"", answer.Body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "FORBIDDEN")]
    [InlineData("unknown.scope KUR.DECIDE kur_decide", "FORBIDDEN")]
    [InlineData("registry.read", "PURPOSE_NOT_ALLOWED")]
    public async Task A_token_without_a_scope_that_serves_a_purpose_is_403(string scopes, string code)
    {
        var answer = await host.QueryAsAsync(new TokenForge(host).Claim("scp", scopes).Sign());
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task Scopes_may_come_as_roles_and_unknown_ones_are_ignored()
    {
        var token = new TokenForge(host).Claim("scp", null).Claim("roles", new[] { "research.read", "admin", "root" }).Sign();
        Assert.Equal("""{"data":{"who":{"scopes":["RESEARCH_READ"]}}}""", (await host.QueryAsAsync(token, "{ who { scopes } }")).Body);
    }

    [Theory]
    [InlineData("appid")]
    [InlineData("client_id")]
    public async Task The_client_may_be_named_as_other_issuers_name_it(string claim)
    {
        var token = new TokenForge(host).Claim("azp", null).Claim(claim, "theirs").Claim("org", "002").Sign();
        var answer = await host.QueryAsAsync(token, "{ who { client subject organisation } }");
        Assert.Equal("""{"data":{"who":{"client":"theirs","subject":"forge","organisation":"002"}}}""", answer.Body);
    }

    [Fact]
    public async Task An_owner_is_the_person_that_the_token_names()
    {
        var answer = await host.QueryAsAsync(host.Token("owner-sandbox", host.Ids.Encode("Person", 4711)), "{ who { person } }");
        Assert.Equal("""{"data":{"who":{"person":4711}}}""", answer.Body);
        var other = await host.QueryAsAsync(host.Token("owner-sandbox", host.Ids.Encode("Business", 4711)), "{ who { person } }");
        Assert.Equal(HttpStatusCode.Unauthorized, other.Status);
    }
}
