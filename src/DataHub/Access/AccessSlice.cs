using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Access;

/// <summary>Binds schema/access.graphql.</summary>
public static class AccessSlice
{
    public static void Register(HubBuilder hub)
    {
        hub.Objects(typeof(Me));
        hub.Resolve("Query.me", (request, _, _) => ValueTask.FromResult(ResolvedField.One(ObjectRowSet.Of([Me.Of(request.Caller)], request.View.Schema))));
        hub.Resolve("Me.person", (request, context, _) => PersonAsync(request, context.Field, hub.Type("Person")()));
        hub.Resolve("Me.loans", (request, context, _) => OwnAsync(request, context.Field, hub.Type("KurLoan")(), "akad_on"));
        hub.Resolve("Me.trainings", (request, context, _) => OwnAsync(request, context.Field, hub.Type("TrainingParticipation")(), "started_on"));
        hub.Resolve("Me.businesses", (request, context, _) => BusinessesAsync(request, context.Field, hub.Type("Business")));
    }

    private static async ValueTask<ResolvedField> PersonAsync(HubRequest request, FieldSelection field, TableType person)
    {
        if (request.Caller.PersonId is null) return ResolvedField.One(Nothing(request), [-1]);
        var row = Identifier.Alias(0);
        var (rows, rowOf) = await LookUp.ReadAsync(request, person, field, new LookUpSource(
            Fragment.Of($"{person.Source} {row}"), Fragment.Of($"{row}.id = {SqlValue.Long(request.Caller.PersonId)}"), Position: null, Asked: 1));
        return ResolvedField.One(rows, rowOf);
    }

    private static async ValueTask<ResolvedField> OwnAsync(HubRequest request, FieldSelection field, TableType type, string dateColumn) =>
        await PageQuery.Of(request, field, type, () => new ListOrder(type, [new(dateColumn, typeof(DateOnly), Descending: true)]))
            .ReadAsync(field, ParentKeys.Of(1, _ => request.Caller.PersonId), "person_id");

    private static ValueTask<ResolvedField> BusinessesAsync(HubRequest request, FieldSelection field, Func<TableType> business) => request.Caller.PersonId is null
        ? ValueTask.FromResult(ResolvedField.Many(Nothing(request), [0, 0]))
        : ListQuery.ReadAsync(request, new ChildrenField("businesses", business, "id", "owner_id", []), field, ParentKeys.Of(1, _ => request.Caller.PersonId));

    // Callers that are no person have nothing; most kinds of them may not even look into the tables.
    private static ObjectRowSet<object> Nothing(HubRequest request) => ObjectRowSet.Of<object>([], request.View.Schema);
}
