using DataHub.Api.Hosting;
using DataHub.GraphQL.Limits;
using Microsoft.Extensions.Configuration;

namespace DataHub.Api.Tests.Hosting;

public sealed class LimitSettingsTests
{
    [Fact]
    public void What_is_not_set_has_its_default() => Assert.Equal(new OperationLimits(), From());

    [Fact]
    public void Number_and_mode_are_set_one_by_one()
    {
        var limits = From(
            ("DataHub:Limits:Depth:Max", "20"), ("DataHub:Limits:Aliases:Mode", "warn"), ("DataHub:Limits:Fields:Mode", "Off"),
            ("DataHub:Limits:Fields:Max", "7"), ("DataHub:Limits:MaxErrors", "3"));
        var expected = new OperationLimits
        {
            Depth = new Limit(20),
            Aliases = new Limit(new OperationLimits().Aliases.Max, LimitMode.Warn),
            Fields = new Limit(7, LimitMode.Off),
            MaxErrors = 3,
        };
        Assert.Equal(expected, limits);
        Assert.Equal(15, new OperationLimits().Depth.Max);
    }

    [Theory]
    [InlineData("DataHub:Limits:Depth:Max", "0")]
    [InlineData("DataHub:Limits:Depth:Max", "deep")]
    [InlineData("DataHub:Limits:Depth:Mode", "Maybe")]
    [InlineData("DataHub:Limits:MaxErrors", "0")]
    public void What_is_no_limit_stops_the_start(string name, string value)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => From((name, value)));
        Assert.Contains("DataHub:Limits", refusal.Message, StringComparison.Ordinal);
    }

    private static OperationLimits From(params (string Name, string Value)[] settings)
    {
        var values = settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value));
        return LimitSettings.From(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
    }
}
