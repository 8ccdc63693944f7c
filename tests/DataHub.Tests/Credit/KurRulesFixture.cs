using DataHub.Credit.Regulations;
using DataHub.Testing;

namespace DataHub.Tests.Credit;

/// <summary>The rules as the migrations enter them, read once for a class of decision tests.</summary>
public sealed class KurRulesFixture : DatabaseFixture
{
    public KurRegulations Regulations { get; private set; } = null!;

    protected override async Task FillAsync()
    {
        using var store = new KurRegulationsStore(DataSource, TimeProvider.System);
        Regulations = await store.GetAsync();
    }
}
