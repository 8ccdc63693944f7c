using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Registry;

namespace DataHub.Market;

/// <summary>Answers about a seller by its NIB, with the same form whether or not the register has it.</summary>
internal static class SellerVerification
{
    private static readonly Identifier Seller = new("b");

    public static void Register(HubBuilder hub)
    {
        hub.Query("SellerVerification", Fragment.Empty)
            .Key("business_id", typeof(long))
            .Column("nib", "nib", typeof(string))
            .Column("found", "found", typeof(bool))
            .Column("licensed", "licensed", typeof(bool))
            .Column("name", "name", typeof(string))
            .Column("status", "status", typeof(string))
            .Column("registeredOn", "registered_on", typeof(DateOnly))
            .Column("kbli", "kbli", typeof(string))
            .Add(RegistrySlice.Region(hub, "regency", "regency_code"))
            .Add(RegistrySlice.Region(hub, "district", "district_code"))
            .Add(new ChildrenField(
                "certificates", hub.Type("Certificate"), "business_id", "business_id", [new("issued_on", typeof(DateOnly), Descending: true)])
            { IsConnection = false });
        hub.Resolve("Query.sellerVerification", (request, context, _) => ReadAsync(
            request, context.Field, (hub.Type("SellerVerification")(), hub.Type("Business")())));
    }

    private static async ValueTask<ResolvedField> ReadAsync(HubRequest request, FieldSelection field, (TableType Type, TableType Business) types)
    {
        var (type, business) = types;
        var asked = field.Argument<string>("nib")!;
        var nib = SqlValue.Text(asked);
        // The licence asked for decides, not the one in force: a superseded NIB is found but is not a licence to sell by.
        var seller = Fragment.Of(
            $"""
            (select k.nib, b.id is not null as found, coalesce(l.is_current and l.status = 'AKTIF', false) as licensed, b.id as business_id, b.name,
              l.status, l.issued_on as registered_on, b.kbli, b.regency_code, b.district_code
            from (values ({nib})) k(nib) {Register(request, business)}) {Identifier.Alias(0)}
            """);
        var (rows, rowOf) = await LookUp.ReadAsync(request, type, field, new LookUpSource(seller, Where: null, Position: null, Asked: 1));
        var isFound = !field.Selection.Fields.Any(child => child.Definition.Name == "found") || rows.Column<bool>("found")[0];
        request.Hub.Partners.LookUps.Looked(request.Caller, [asked], missed: isFound ? 0 : 1);
        return ResolvedField.One(rows, rowOf);
    }

    // A business that the caller may not see is answered for as one that the register does not have.
    private static Fragment Register(HubRequest request, TableType business) => business.RowRule?.Invoke(request.Caller, Seller) is { } rule
        ? Fragment.Of($"left join (registry.licence l join registry.business b on b.id = l.business_id and {rule}) on l.nib = k.nib")
        : Fragment.Of($"left join registry.licence l on l.nib = k.nib left join registry.business b on b.id = l.business_id");
}
