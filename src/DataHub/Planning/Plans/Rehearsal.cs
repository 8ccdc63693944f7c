using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>Calls the resolvers of an operation with a session that sends nothing.</summary>
internal sealed class Rehearsal(HubRequest request)
{
    private readonly List<int> levels = [];

    public IReadOnlyList<SqlStatement> Statements => request.Session.Sent;

    /// <summary>The level at which each statement is asked for.</summary>
    public IReadOnlyList<int> Run(SelectionPlan root)
    {
        Run(root, 0);
        return levels;
    }

    private void Run(SelectionPlan selection, int level)
    {
        foreach (var field in selection.Fields)
        {
            if (field.ArgumentError is not null || field.Definition.Name.StartsWith("__", StringComparison.Ordinal)) continue;
            if (field.Definition.Resolver is { } resolver && !request.Folded.Has(field)) Ask(resolver, field);
            while (levels.Count < Statements.Count) levels.Add(level);
            foreach (var below in field.Selections.Values) Run(below, level + 1);
        }
    }

    private void Ask(FieldResolver resolver, FieldSelection field)
    {
        if (resolver is ChildResolver child)
        {
            child.Query(request, field).Start(field, Parents.Known([]), child.Children.ForeignKey);
            return;
        }
        // It waits for ever, or has failed for want of parents; what is wrong with its arguments is told.
        var started = resolver.ResolveAsync(new ResolveContext(field, request, CancellationToken.None), new NoRows()).AsTask();
        if (started.Exception?.InnerException is GraphQLException wrong) throw wrong;
    }

    /// <summary>Parents of whom nothing is known.</summary>
    private sealed class NoRows : RowSet
    {
        public override int Count => 0;

        public override ResolvedField Read(FieldSelection field) => throw new InvalidOperationException("A rehearsal has no rows.");

        public override Column<T> Column<T>(string name) => new ArrayColumn<T>([]);
    }
}
