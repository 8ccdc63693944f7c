using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>
/// Below a look-up of one row all levels are asked for together with it: in the place of the parents' keys stands the query that finds them.
/// What comes is kept until the engine asks for that field. One round trip instead of one a level; for lists, whose parents' page would be
/// cut again for each level, it costs PostgreSQL more than it saves.
/// </summary>
internal sealed class Folding(HubRequest request)
{
    private const int DeepestLevel = 4;
    private Dictionary<FieldSelection, PageRead>? reads;

    /// <summary>What was read for a field before it was asked for; null when nothing was.</summary>
    public PageRead? Take(FieldSelection field) => reads is not null && reads.Remove(field, out var read) ? read : null;

    /// <summary>True when the field was asked for and not taken yet.</summary>
    public bool Has(FieldSelection field) => reads is not null && reads.ContainsKey(field);

    /// <summary>Asks for all below a look-up.</summary>
    /// <param name="selection">What is asked of the row.</param>
    /// <param name="type">Its type.</param>
    /// <param name="keyOf">The query for a column of the row: it has one row at most.</param>
    public void Below(SelectionPlan selection, TableType type, Func<string, Fragment> keyOf) => Below(selection, type, column => Parents.One(keyOf(column)), 1);

    private void Below(SelectionPlan selection, TableType type, Func<string, Parents> parentsOf, int level)
    {
        foreach (var field in selection.Fields)
        {
            if (field.ArgumentError is not null || field.Definition.Resolver is not ChildResolver resolver || !type.Fields.ContainsKey(field.Definition.Name)) continue;
            try
            {
                Ask(field, resolver, parentsOf(resolver.Children.Key), level);
            }
            catch (GraphQLException)
            {
                // An argument is wrong: the resolver says so when the field has parents.
            }
        }
    }

    private void Ask(FieldSelection field, ChildResolver resolver, Parents parents, int level)
    {
        var (children, target) = (resolver.Children, resolver.Children.Target());
        var query = resolver.Query(request, field);
        (reads ??= [])[field] = query.Start(field, parents, children.ForeignKey);
        if (level == DeepestLevel) return;
        foreach (var nodes in Fetch.NodeSelections(field, target))
            Below(nodes, target, column => Parents.Of(query.Keys(column, parents, children.ForeignKey)), level + 1);
    }
}
