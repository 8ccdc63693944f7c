using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Merging;

/// <summary>
/// Finds the fields of a merged set by response name, following inline fragments and spreads. Fields that their type does not have are
/// left out: section 5.3.1 reports them.
/// </summary>
internal sealed class FieldCollector(ValidationContext context)
{
    // To clear a collection costs as much as it ever held, and one large set may precede many small ones.
    private const int ClearedUpTo = 64;

    private readonly Stack<(SelectionSetNode Set, int Next, NamedType? Parent)> open = new();
    private HashSet<string> spread = new(StringComparer.Ordinal);
    private OrderedDictionary<string, List<FieldInSet>> fields = new(StringComparer.Ordinal);

    /// <summary>Selections looked at so far, in all sets.</summary>
    public long Visits { get; private set; }

    /// <summary>Names of all fragments that were spread in any set.</summary>
    public HashSet<string> Fragments { get; } = new(StringComparer.Ordinal);

    /// <summary>The fields in the order of the text, each once; the groups are the caller's to keep.</summary>
    public IReadOnlyList<List<FieldInSet>> Collect(MergedSet merged)
    {
        if (spread.Count <= ClearedUpTo) spread.Clear();
        else spread = new HashSet<string>(StringComparer.Ordinal);
        if (fields.Count <= ClearedUpTo) fields.Clear();
        else fields = new OrderedDictionary<string, List<FieldInSet>>(StringComparer.Ordinal);
        foreach (var (set, parent) in merged.Parts)
        {
            open.Push((set, 0, parent));
            while (open.TryPop(out var top)) Step(top.Set, top.Next, top.Parent);
        }
        return [.. fields.Values];
    }

    private void Step(SelectionSetNode set, int next, NamedType? parent)
    {
        if (next == set.Selections.Count) return;
        open.Push((set, next + 1, parent));
        Visits++;
        switch (set.Selections[next])
        {
            case FieldNode field when parent is not null:
                Add(field, parent);
                break;
            case InlineFragmentNode inline:
                open.Push((inline.SelectionSet, 0, inline.TypeCondition is { } condition ? Type(condition) : parent));
                break;
            case FragmentSpreadNode named when spread.Add(named.Name.Value):
                Fragments.Add(named.Name.Value);
                if (context.Fragment(named.Name.Value)?.Node is FragmentDefinitionNode fragment)
                    open.Push((fragment.SelectionSet, 0, Type(fragment.TypeCondition)));
                break;
        }
    }

    private void Add(FieldNode field, NamedType parent)
    {
        if (MetaFields.FindField(context.Schema, parent, field.Name.Value) is not { } definition) return;
        if (!fields.TryGetValue(field.ResponseKey, out var group)) fields.Add(field.ResponseKey, group = new List<FieldInSet>(1));
        group.Add(new FieldInSet(field, parent, definition));
    }

    private NamedType? Type(NamedTypeNode condition) => context.Schema.Composite(condition.Name.Value);
}
