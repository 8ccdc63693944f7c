using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Validation;

/// <summary>
/// The algorithm of section 5.3.2 word for word, pair by pair; too slow for documents of strangers, right for small ones.
/// https://spec.graphql.org/September2025/#FieldsInSetCanMerge()
/// </summary>
internal sealed class PairwiseMerging(Schema schema, DocumentNode document)
{
    private readonly Dictionary<string, FragmentDefinitionNode> fragments =
        document.Definitions.OfType<FragmentDefinitionNode>().ToDictionary(f => f.Name.Value);

    public bool EverySetCanMerge() => document.Definitions.All(d => d switch
    {
        OperationDefinitionNode operation => EverySetCanMerge(operation.SelectionSet, schema.Query),
        FragmentDefinitionNode fragment => EverySetCanMerge(fragment.SelectionSet, schema.Type(fragment.TypeCondition.Name.Value)!),
        _ => true,
    });

    private bool EverySetCanMerge(SelectionSetNode set, NamedType parent) =>
        FieldsInSetCanMerge([(set, parent)]) && set.Selections.All(selection => selection switch
        {
            FieldNode { SelectionSet: { } fields } field => EverySetCanMerge(fields, Definition(field, parent).Type.Named),
            InlineFragmentNode inline => EverySetCanMerge(inline.SelectionSet, Condition(inline, parent)),
            _ => true,
        });

    private bool FieldsInSetCanMerge(List<(SelectionSetNode Set, NamedType Parent)> set)
    {
        foreach (var (a, b) in Pairs(set))
        {
            if (!SameResponseShape(a, b)) return false;
            if (!ReferenceEquals(a.Parent, b.Parent) && a.Parent is ObjectType && b.Parent is ObjectType) continue;
            if (a.Node.Name.Value != b.Node.Name.Value || Arguments(a.Node) != Arguments(b.Node)) return false;
            if (!FieldsInSetCanMerge(Merged(a, b))) return false;
        }
        return true;
    }

    private bool SameResponseShape(Field a, Field b)
    {
        var (typeA, typeB) = (Definition(a.Node, a.Parent).Type, Definition(b.Node, b.Parent).Type);
        while (true)
        {
            if (typeA is NonNullType || typeB is NonNullType)
            {
                if (typeA is not NonNullType nonNullA || typeB is not NonNullType nonNullB) return false;
                (typeA, typeB) = (nonNullA.Of, nonNullB.Of);
            }
            if (typeA is not ListType && typeB is not ListType) break;
            if (typeA is not ListType listA || typeB is not ListType listB) return false;
            (typeA, typeB) = (listA.Of, listB.Of);
        }
        if (typeA is ScalarType or EnumType || typeB is ScalarType or EnumType) return ReferenceEquals(typeA, typeB);
        return Pairs(Merged(a, b)).All(pair => SameResponseShape(pair.A, pair.B));
    }

    private List<(SelectionSetNode, NamedType)> Merged(Field a, Field b)
    {
        var merged = new List<(SelectionSetNode, NamedType)>();
        if (a.Node.SelectionSet is { } setA) merged.Add((setA, Definition(a.Node, a.Parent).Type.Named));
        if (b.Node.SelectionSet is { } setB) merged.Add((setB, Definition(b.Node, b.Parent).Type.Named));
        return merged;
    }

    private List<(Field A, Field B)> Pairs(List<(SelectionSetNode Set, NamedType Parent)> sets)
    {
        var fields = new List<Field>();
        var visited = new HashSet<string>();
        foreach (var (set, parent) in sets) Collect(set, parent, fields, visited);
        var pairs = from i in Enumerable.Range(0, fields.Count)
                    from j in Enumerable.Range(i + 1, fields.Count - i - 1)
                    where fields[i].Node.ResponseKey == fields[j].Node.ResponseKey
                    select (fields[i], fields[j]);
        return [.. pairs];
    }

    private void Collect(SelectionSetNode set, NamedType parent, List<Field> fields, HashSet<string> visited)
    {
        foreach (var selection in set.Selections)
        {
            if (selection is FieldNode field) fields.Add(new Field(field, parent));
            else if (selection is InlineFragmentNode inline) Collect(inline.SelectionSet, Condition(inline, parent), fields, visited);
            else if (selection is FragmentSpreadNode spread && visited.Add(spread.Name.Value)) Collect(spread, fields, visited);
        }
    }

    private void Collect(FragmentSpreadNode spread, List<Field> fields, HashSet<string> visited)
    {
        var fragment = fragments[spread.Name.Value];
        Collect(fragment.SelectionSet, schema.Type(fragment.TypeCondition.Name.Value)!, fields, visited);
    }

    private NamedType Condition(InlineFragmentNode inline, NamedType parent) =>
        inline.TypeCondition is { } condition ? schema.Type(condition.Name.Value)! : parent;

    private FieldDefinition Definition(FieldNode field, NamedType parent) => MetaFields.FindField(schema, parent, field.Name.Value)!;

    private static string Arguments(FieldNode field) => string.Join(
        ",", field.Arguments.OrderBy(a => a.Name.Value).Select(a => field.Source!.Text[a.Start..a.End]));

    private sealed record Field(FieldNode Node, NamedType Parent);
}
