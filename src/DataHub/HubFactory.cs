using DataHub.Access;
using DataHub.Audit;
using DataHub.Consent;
using DataHub.Credit;
using DataHub.Feeds;
using DataHub.Linkage;
using DataHub.Market;
using DataHub.Partners;
using DataHub.Planning;
using DataHub.Registry;
using DataHub.Research;
using DataHub.Rights;
using DataHub.Shared;
using DataHub.Training;

namespace DataHub;

/// <summary>Puts the slices together.</summary>
public static class HubFactory
{
    /// <summary>The hub; throws with every difference when contract and code do not agree.</summary>
    public static Hub Create(HubParts parts) => new HubBuilder(parts).Build(Register);

    /// <summary>Registers all slices.</summary>
    public static void Register(HubBuilder hub)
    {
        RegistrySlice.Register(hub);
        CreditSlice.Register(hub);
        TrainingSlice.Register(hub);
        MarketSlice.Register(hub);
        ResearchSlice.Register(hub);
        AccessSlice.Register(hub);
        FeedsSlice.Register(hub);
        ConsentSlice.Register(hub);
        RightsSlice.Register(hub);
        AuditSlice.Register(hub);
        PartnersSlice.Register(hub);
        LinkageSlice.Register(hub);
        NodeResolver.Register(hub);
    }
}
