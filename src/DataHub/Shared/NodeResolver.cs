using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Shared;

/// <summary>Answers <c>node(id)</c>. A forged id, a missing row and a row the caller may not see are the same: null.</summary>
internal static class NodeResolver
{
    public static void Register(HubBuilder hub) => hub.Resolve("Query.node", (request, context, _) => ReadAsync(request, context.Field));

    private static async ValueTask<ResolvedField> ReadAsync(HubRequest request, FieldSelection field)
    {
        var view = request.View;
        var id = field.Argument<string>("id")!;
        foreach (var type in view.Types.Values.Where(t => t.IsNode))
        {
            if (!request.Hub.Ids.TryDecode(type.Name, id, out var key)) continue;
            var row = Identifier.Alias(0);
            var condition = LookUp.Allowed(request, type, Fragment.Of($"{row}.id = {Key(type, key)}"));
            if (Unrestricted(request, type, row) is { } rule) condition = Fragment.Of($"{condition} and {rule}");
            var (rows, rowOf) = await LookUp.ReadAsync(
                request, type, field, new LookUpSource(Fragment.Of($"{type.Source} {row}"), condition, Position: null, Asked: 1));
            return ResolvedField.One(rows, rowOf);
        }
        return ResolvedField.One(ObjectRowSet.Of<object>([], view.Schema), [-1]);
    }

    // Persons and what businesses have come with the businesses, whose rule bounds them; here one is asked for alone.
    private static Fragment? Unrestricted(HubRequest request, TableType type, Identifier row)
    {
        var (restrictions, caller) = (request.Hub.Restrictions, request.Caller);
        if (type.Name == "Listing")
            return restrictions.ConditionBelow(caller, Fragment.Of($"(select p.business_id from market.product p where p.id = {row}.product_id)"));
        var rules = new List<Fragment>();
        foreach (var (isPerson, column) in type.Subjects)
        {
            if (!isPerson && column == type.Key) continue;
            var rule = isPerson
                ? restrictions.Condition(caller, row, new Identifier(column))
                : restrictions.ConditionBelow(caller, Fragment.Of($"{row}.{new Identifier(column)}"));
            if (rule is not null) rules.Add(rule);
        }
        return rules.Count == 0 ? null : Fragment.Join(" and ", rules);
    }

    // The id of a business that was merged into another one answers for the survivor.
    private static Fragment Key(TableType type, long key) => type.Name == "Business"
        ? Fragment.Of($"coalesce((select survivor_id from registry.business_redirect where business_id = {SqlValue.Long(key)}), {SqlValue.Long(key)})")
        : Fragment.Of($"{SqlValue.Long(key)}");
}
