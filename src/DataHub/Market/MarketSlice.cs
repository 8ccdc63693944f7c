using DataHub.Planning;

namespace DataHub.Market;

/// <summary>Binds schema/market.graphql.</summary>
public static class MarketSlice
{
    public static void Register(HubBuilder hub)
    {
        RegisterTypes(hub);
        RegisterBusiness(hub.Extend("Business"), hub);
        SellerVerification.Register(hub);
    }

    private static void RegisterTypes(HubBuilder hub)
    {
        hub.Table<CertificateRow>("Certificate")
            .Expression("status", typeof(string), ["expires_on"], row =>
                Fragment.Of($"case when {row}.expires_on < (now() at time zone 'Asia/Jakarta')::date then 'EXPIRED' else 'IN_FORCE' end"));
        hub.Table<ProductRow>("Product")
            .Add(new ChildrenField("listings", hub.Type("Listing"), "id", "product_id", [new("listed_on", typeof(DateOnly), Descending: true)])
            { AreShort = true });
        hub.Table<ListingRow>("Listing")
            .Add(new ToOneField("shop", hub.Type("Shop"), ["shop_id"], ("id", typeof(long)), (row, shop) =>
                Fragment.Of($"{shop}.id = {row}.shop_id")));
        hub.Table<ShopRow>("Shop");
        hub.Table<ExhibitionRow>("Exhibition");
        hub.Table<ExhibitionParticipationRow>("ExhibitionParticipation")
            .Add(new ToOneField("exhibition", hub.Type("Exhibition"), ["exhibition_id"], ("id", typeof(long)), (row, exhibition) =>
                Fragment.Of($"{exhibition}.id = {row}.exhibition_id")));
        hub.Table<ProcurementContractRow>("ProcurementContract");
        hub.Table<PartnershipRow>("Partnership");
    }

    private static void RegisterBusiness(TableTypeBuilder business, HubBuilder hub)
    {
        business
            .Expression("productsCount", typeof(int), ["id"], row => Fragment.Of($"(select count(*)::int from market.product x where x.business_id = {row}.id)"))
            .Add(Children(hub, "certificates", "Certificate", new("issued_on", typeof(DateOnly), Descending: true)))
            .Add(Children(hub, "products", "Product", new("name", typeof(string))))
            .Add(Children(hub, "shops", "Shop", new("opened_on", typeof(DateOnly))))
            .Add(Children(hub, "exhibitions", "ExhibitionParticipation", new("started_on", typeof(DateOnly), Descending: true)))
            .Add(Children(hub, "procurementContracts", "ProcurementContract", new("signed_on", typeof(DateOnly), Descending: true)))
            .Add(Children(hub, "partnerships", "Partnership", new("started_on", typeof(DateOnly), Descending: true)));
    }

    private static ChildrenField Children(HubBuilder hub, string field, string type, SortKey order) =>
        new(field, hub.Type(type), "id", "business_id", [order]) { AreShort = true };
}
