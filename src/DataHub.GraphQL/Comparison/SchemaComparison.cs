using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Comparison;

/// <summary>
/// Compares two schemas from the side of their clients: may a document that was valid be sent as before, and is the answer of a form that
/// the client had to expect? Built-in types and directives are left out.
/// </summary>
public static class SchemaComparison
{
    /// <summary>All differences, the gravest first, then by coordinate.</summary>
    /// <param name="before">The schema that clients know.</param>
    /// <param name="after">The schema that is to take its place.</param>
    /// <param name="judge">The level of a changed custom directive, null for one not to be listed. Without a judge all are dangerous, since
    /// nothing is known of what they do.</param>
    public static IReadOnlyList<SchemaChange> Compare(
        Schema before, Schema after, Func<AppliedDirectiveChange, ChangeLevel?>? judge = null)
    {
        var changes = new ChangeList(judge ?? (_ => ChangeLevel.Dangerous));
        CompareRoots(before, after, changes);
        new TypeComparison(changes).Compare(before, after);
        new DirectiveComparison(changes).Compare(before, after);
        changes.CompareApplied("schema", before.AppliedDirectives, after.AppliedDirectives);
        return changes.Sorted();
    }

    private static void CompareRoots(Schema before, Schema after, ChangeList changes)
    {
        changes.CompareDescriptions("schema", before.Description, after.Description);
        CompareRoot("query", before.Query, after.Query, changes);
        CompareRoot("mutation", before.Mutation, after.Mutation, changes);
        CompareRoot("subscription", before.Subscription, after.Subscription, changes);
    }

    // A fragment names the root type, so another name breaks documents even when the fields are the same.
    private static void CompareRoot(string operation, ObjectType? before, ObjectType? after, ChangeList changes)
    {
        if (before?.Name == after?.Name) return;
        var level = before is null ? ChangeLevel.Safe : ChangeLevel.Breaking;
        var message = $"The root type of {operation} was {before?.Name ?? "not there"} and is {after?.Name ?? "not there"}.";
        changes.Add(level, ChangeKind.RootOperationTypeChanged, "schema", message);
    }
}
