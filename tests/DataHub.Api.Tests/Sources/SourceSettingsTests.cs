using DataHub.Feeds.Sources;
using Microsoft.Extensions.Configuration;

namespace DataHub.Api.Tests.Sources;

/// <summary>What the settings of sources may be.</summary>
public sealed class SourceSettingsTests
{
    [Fact]
    public void A_source_needs_an_address_and_its_secrets_and_says_which_is_missing_without_showing_any()
    {
        Assert.Equal("DataHub:Sources:sikp: BaseAddress must be an absolute address", Fault(("sikp:Username", "u")));
        Assert.Equal(
            "DataHub:Sources:sikp: Username or Password is missing",
            Fault(("sikp:BaseAddress", "https://a.example"), ("sikp:Username", "u")));
        Assert.Equal("DataHub:Sources:oss: UserKey is missing", Fault(("oss:BaseAddress", "https://a.example")));
        Assert.Equal(
            "DataHub:Sources:toko: Kind must be Oss, Sikp or Marketplace, as the name is none of them",
            Fault(("toko:BaseAddress", "https://a.example"), ("toko:UserKey", "k")));
        Assert.Equal(
            "DataHub:Sources:oss: BaseAddress must have no user, query or fragment: secrets have settings of their own",
            Fault(("oss:BaseAddress", "https://user:hunter2@a.example"), ("oss:UserKey", "k")));
        Assert.Equal("DataHub:Sources:oss:PageSize must be a whole number, 2147483647 at most", Fault(("oss:PageSize", "hunter2")));
        Assert.Equal(
            "DataHub:Sources:oss: PageSize must be 1 to 5000",
            Fault(("oss:BaseAddress", "https://a.example"), ("oss:UserKey", "k"), ("oss:PageSize", "0")));
    }

    [Theory]
    [InlineData("Production", true)]
    [InlineData("Staging", true)]
    [InlineData("Sandbox", false)]
    [InlineData("Development", false)]
    public void Addresses_without_TLS_are_for_trying_things_out(string environment, bool isRefused)
    {
        (string, string)[] settings = [("oss:BaseAddress", "http://a.example"), ("oss:UserKey", "k")];
        if (isRefused) Assert.Equal("DataHub:Sources:oss: BaseAddress must be https", Fault(environment, settings));
        else Assert.Single(Read(environment, settings));
    }

    [Fact]
    public void A_source_is_written_as_its_name()
    {
        var source = Read(
            "Production",
            ("toko-1:Kind", "marketplace"), ("toko-1:BaseAddress", "https://a.example"), ("toko-1:UserKey", "hunter2")).Single();
        Assert.Equal(("toko-1", SourceKind.Marketplace, "hunter2"), (source.ToString(), source.Kind, source.UserKey));
    }

    private static string Fault(params (string, string)[] settings) => Fault("Production", settings);

    private static string Fault(string environment, (string, string)[] settings) =>
        Assert.Throws<FormatException>(() => Read(environment, settings)).Message;

    private static IReadOnlyList<SourceSettings> Read(string environment, params (string Name, string Value)[] settings)
    {
        var entries = settings.Select(setting => KeyValuePair.Create<string, string?>($"DataHub:Sources:{setting.Name}", setting.Value));
        return SourceConfiguration.Read(new ConfigurationBuilder().AddInMemoryCollection(entries).Build(), environment);
    }
}
