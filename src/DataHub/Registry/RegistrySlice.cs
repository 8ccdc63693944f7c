using DataHub.Access;
using DataHub.Planning;
using DataHub.Shared.Secrets;

namespace DataHub.Registry;

/// <summary>Binds schema/registry.graphql.</summary>
public static class RegistrySlice
{
    private static readonly Identifier Owner = new("owner_id");

    public static void Register(HubBuilder hub)
    {
        RegisterTypes(hub);
        BusinessChanges.Register(hub);
        hub.Resolve("Query.business", (request, context, _) => BusinessLookUp.ByNibAsync(request, context.Field, hub.Type("Business")()));
        hub.Resolve("Query.businessesByNib", (request, context, _) => BusinessLookUp.ByNibsAsync(request, context.Field, hub.Type("Business")()));
        hub.Resolve("Query.regions", (request, context, _) => RegionList.ReadAsync(request, context.Field, hub.Type("Region")()));
        hub.Resolve("Query.businesses", new ListResolver(hub.Type("Business"), []));
    }

    /// <summary>A join to the region whose code stands in a column.</summary>
    public static ToOneField Region(HubBuilder hub, string field, string codeColumn) => new(
        field, hub.Type("Region"), [codeColumn], ("code", typeof(string)),
        (row, region) => Fragment.Of($"{region}.code = {row}.{new Identifier(codeColumn)}"))
    { Known = ("code", codeColumn) };

    /// <summary>A join to the KBLI section whose letter and edition stand in columns of the row.</summary>
    public static ToOneField Sector(HubBuilder hub) => new(
        "sector", hub.Type("Sector"), ["sector_code", "kbli_version"], ("code", typeof(string)),
        (row, section) => Fragment.Of(
            $"{section}.version = {row}.kbli_version and {section}.code = {row}.sector_code"))
    { Known = ("code", "sector_code") };

    /// <summary>The number of persons' identity as the few who may see it get it.</summary>
    private static ComputedField Nik { get; } = new(
        "nik", [("nik_cipher", typeof(byte[]))], (request, rows) => Ciphers.Read(request.Hub.Protector, rows, "nik_cipher"));

    // An owner sees what is theirs.
    private static Fragment? OwnOnly(Caller caller, Identifier business) =>
        caller.Purpose == "SUBJECT_ACCESS" ? Fragment.Of($"{business}.owner_id = {SqlValue.Long(caller.PersonId)}") : null;

    // Everyone else sees what no person has restricted (UU 27/2022 Art. 11).
    private static Func<Caller, Identifier, Fragment?> Visible(HubBuilder hub) =>
        (caller, business) => OwnOnly(caller, business) ?? hub.Restrictions.Condition(caller, business, Owner);

    private static void RegisterTypes(HubBuilder hub)
    {
        hub.Table<BusinessRow>("Business")
            .Rows(Visible(hub))
            .About("owner_id")
            .Add(Sector(hub))
            .AddKbli()
            .Add(Region(hub, "regency", "regency_code"))
            .Add(Region(hub, "district", "district_code"))
            .Add(new ToOneField("owner", hub.Type("Person"), ["owner_id"], ("id", typeof(long)), (row, person) =>
                Fragment.Of($"{person}.id = {row}.owner_id")))
            .Add(new ChildrenField("licences", hub.Type("Licence"), "id", "business_id", [new("is_current", typeof(bool), Descending: true)]) { IsConnection = false })
            .Add(new ChildrenField("listings", hub.Type("AgencyListing"), "id", "business_id", [new("id", typeof(long))]) { IsConnection = false })
            .Add(new ChildrenField("provenance", hub.Type("Provenance"), "id", "business_id", [new("received_at", typeof(DateTime))]) { IsConnection = false });
        hub.Table<PersonRow>("Person").About("id").Add(Nik);
        hub.Table<LicenceRow>("Licence").Key("nib", typeof(string));
        hub.Table<KbliSectionRow>("Sector").Key("code", typeof(string));
        hub.Table<RegionRow>("Region").Key("code", typeof(string))
            .Add(new ToOneField("regency", hub.Type("Region"), ["parent_code"], ("code", typeof(string)), (row, parent) =>
                Fragment.Of($"{parent}.code = {row}.parent_code and {parent}.level = 'REGENCY'")));
        Provenance.Register(hub);
        AgencyListings.Register(hub);
        KbliFields.Register(hub);
    }
}
