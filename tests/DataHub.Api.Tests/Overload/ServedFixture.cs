using DataHub.Testing;

namespace DataHub.Api.Tests.Overload;

/// <summary>One served hub for the tests of a class.</summary>
public sealed class ServedFixture : DatabaseFixture
{
    internal ServedSamples Served { get; private set; } = null!;

    protected override async Task FillAsync() => Served = await ServedSamples.StartAsync(Database.ConnectionString);

    public override async Task DisposeAsync()
    {
        await Served.DisposeAsync();
        await base.DisposeAsync();
    }
}
