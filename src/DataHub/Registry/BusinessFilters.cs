using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Registry;

/// <summary>What <c>BusinessFilterInput</c> means in SQL.</summary>
internal static class BusinessFilters
{
    public static FilterMap Create() => new FilterMap()
        .Text("nib", "nib")
        .Text("name", "name")
        .Text("scale", "scale")
        .Text("kbli", "kbli")
        .Code("sector", "sector_code")
        .Code("regency", "regency_code")
        .Code("district", "district_code")
        .Text("status", "status")
        .Date("registeredOn", "registered_on")
        .Add("owner", (value, row, request) => Owner((InputObject)value, row, request))
        .Add("certificates", (value, row) => Has((InputObject)value, Fragment.Of($"select from market.certificate x where x.business_id = {row}.id")))
        .Add("shops", (value, row) => Has((InputObject)value, Fragment.Of($"select from market.shop x where x.business_id = {row}.id")));

    private static FilterMap Person { get; } = new FilterMap().Text("gender", "gender");

    // A business without an owner meets a condition only when the owner's columns may be null: a left join in words of EXISTS.
    private static Fragment Owner(InputObject where, Identifier row, HubRequest request)
    {
        var owner = new Identifier("o");
        return Fragment.Of(
            $"exists (select from (select 1) one left join registry.person {owner} on {owner}.id = {row}.owner_id where {Person.Condition(where, owner, request)})");
    }

    private static Fragment Has(InputObject list, Fragment query) => list.Get<bool?>("any") switch
    {
        true => Fragment.Of($"exists ({query})"),
        false => Fragment.Of($"not exists ({query})"),
        null => FilterMap.True,
    };
}
