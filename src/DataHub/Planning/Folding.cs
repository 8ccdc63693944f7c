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
    public void Below(SelectionPlan selection, TableType type, Func<string, Fragment> keyOf)
    {
        for (var i = 0; i < selection.Fields.Count; i++)
            if (ResolverOf(selection.Fields[i], type) is { } resolver) Ask(selection.Fields[i], resolver, keyOf(resolver.Children.Key));
    }

    private static ChildResolver? ResolverOf(FieldSelection field, TableType type) =>
        field.ArgumentError is null && type.Fields.ContainsKey(field.Definition.Name) ? field.Definition.Resolver as ChildResolver : null;

    private void Ask(FieldSelection field, ChildResolver resolver, Fragment key)
    {
        var keys = key.ToStatement();
        reads ??= [];
        if (FoldedStatements.Known(field, keys, request.Caller) is { } known)
        {
            foreach (var statements in known) reads[statements.Field] = statements.Ask(request, keys.Values);
            return;
        }
        var written = new List<PageStatements>();
        // What variables change here or below, or has a wrong argument, is not the same in the next request.
        var isWhole = Write(field, resolver, Parents.One(key), (written, 1)) && ReferenceEquals(field, field.Template);
        if (isWhole && written.TrueForAll(s => s.Recur(request.Caller, keys.Values))) FoldedStatements.Keep(field, keys, written);
        foreach (var statements in written) reads[statements.Field] = statements.Ask(request);
    }

    /// <summary>Writes what reads a field and all below it. False when something of it could not be written.</summary>
    private bool Write(FieldSelection field, ChildResolver resolver, Parents parents, (List<PageStatements> Written, int Level) done)
    {
        var (children, target) = (resolver.Children, resolver.Children.Target());
        try
        {
            var query = resolver.Query(request, field);
            done.Written.Add(query.Write(field, parents, children.ForeignKey));
            if (done.Level == DeepestLevel) return true;
            var isWhole = true;
            foreach (var below in Fetch.NodeSelections(field, target).SelectMany(nodes => nodes.Fields))
                if (ResolverOf(below, target) is { } next)
                    isWhole &= Write(below, next, Parents.Of(query.Keys(next.Children.Key, parents, children.ForeignKey)), (done.Written, done.Level + 1));
            return isWhole;
        }
        catch (GraphQLException)
        {
            // An argument is wrong: the resolver says so when the field has parents.
            return false;
        }
    }
}
