using System.Net;
using DataHub.Api.Tests.Overload;

namespace DataHub.Api.Tests.Identity;

/// <summary>Over HTTP, with a token that allows several purposes.</summary>
public sealed class FieldPurposeTests(ServedFixture fixture) : IClassFixture<ServedFixture>
{
    private const string Scopes = "kur.decide registry.read credit.read market.read seller.verify research.read";
    private const string Loans = "{ business(nib: \"0000000000001\") { loans { totalCount } } }";

    private readonly RunningHost host = fixture.Served.Host;

    [Fact]
    public async Task A_field_that_is_there_for_another_purpose_is_named_with_a_code_of_its_own()
    {
        var token = new TokenForge(host).Claim("scp", Scopes).Sign();
        var refused = await host.QueryAsAsync(token, Loans, "SELLER_VERIFICATION");
        Assert.Equal((HttpStatusCode.Forbidden, "FIELD_PURPOSE", false), (refused.Status, refused.Code, refused.HasData));
        Assert.Contains("Business.loans", refused.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await host.QueryAsAsync(token, Loans, "KUR_ELIGIBILITY")).Status);
        Assert.Equal("PURPOSE_REQUIRED", (await host.QueryAsAsync(token, Loans)).Code);
        Assert.Equal("PURPOSE_NOT_ALLOWED", (await host.QueryAsAsync(token, Loans, "STEWARDSHIP")).Code);
        Assert.Equal("GRAPHQL_VALIDATION_FAILED", (await host.QueryAsAsync(token, "{ quarantine { totalCount } }", "SELLER_VERIFICATION")).Code);
    }
}
