using System.Runtime.CompilerServices;
using System.Text;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Limits;

/// <summary>
/// Counts a parsed document before it is validated. Each node is looked at once, whatever the fragments spread out to: a fragment's
/// numbers are added wherever it is spread. A fragment that spreads itself counts as empty there; validation refuses it.
/// </summary>
internal sealed class DocumentMeter
{
    private readonly Dictionary<string, FragmentDefinitionNode> fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Extent> extents = new(StringComparer.Ordinal);
    private long directives;
    private long directivesInOnePlace;
    private long items;
    private long variables;

    private DocumentMeter() { }

    /// <summary>Compares the text alone, which costs next to nothing for a text of any size.</summary>
    public static void CheckText(string text, LimitCheck check)
    {
        // A UTF-16 unit is one byte to three in UTF-8.
        var max = check.MaxOf(LimitKinds.DocumentBytes);
        if (text.Length * 3L <= max) return;
        var isEnough = text.Length > max;
        check.Allows(LimitKinds.DocumentBytes, isEnough ? text.Length : Encoding.UTF8.GetByteCount(text), isEnough);
    }

    public static void Check(DocumentNode document, LimitCheck check)
    {
        check.Allows(LimitKinds.Tokens, document.TokenCount);
        check.Allows(LimitKinds.Nesting, document.Nesting);
        var meter = new DocumentMeter();
        var largest = meter.Measure(document);
        meter.Check(largest, check);
    }

    private void Check(in Largest largest, LimitCheck check)
    {
        check.Allows(LimitKinds.Depth, largest.Depth);
        check.Allows(LimitKinds.Aliases, largest.Aliases, largest.Aliases == Extent.Most);
        check.Allows(LimitKinds.RootFields, largest.RootFields, largest.RootFields == Extent.Most);
        check.Allows(LimitKinds.Fields, largest.Fields, largest.Fields == Extent.Most);
        check.Allows(LimitKinds.FragmentSpreads, largest.Spreads, largest.Spreads == Extent.Most);
        check.Allows(LimitKinds.DirectivesPerLocation, directivesInOnePlace);
        check.Allows(LimitKinds.Directives, directives);
        check.Allows(LimitKinds.IntrospectionDepth, largest.Introspection);
        check.Allows(LimitKinds.Variables, variables);
        check.Allows(LimitKinds.ListItems, items);
    }

    private Largest Measure(DocumentNode document)
    {
        foreach (var definition in document.Definitions)
            if (definition is FragmentDefinitionNode fragment) fragments.TryAdd(fragment.Name.Value, fragment);
        var largest = new Largest();
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode operation) largest.Add(Measure(operation));
            else if (definition is FragmentDefinitionNode fragment) Measure(fragment);
        }
        return largest;
    }

    private Extent Measure(OperationDefinitionNode operation)
    {
        variables = Math.Max(variables, operation.Variables.Count);
        foreach (var variable in operation.Variables)
        {
            if (variable.DefaultValue is { } value) Measure(value);
            Measure(variable.Directives);
        }
        Measure(operation.Directives);
        return Measure(operation.SelectionSet);
    }

    private Extent Measure(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name.Value;
        if (extents.TryGetValue(name, out var known)) return known;
        extents.Add(name, default);
        Measure(fragment.Directives);
        return extents[name] = Measure(fragment.SelectionSet);
    }

    private Extent Measure(SelectionSetNode set)
    {
        // Fragments may follow one another further than the text nests.
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack()) return new Extent { Depth = Extent.Most };
        var extent = new Extent();
        foreach (var selection in set.Selections)
        {
            if (selection.Directives.Count > 0) Measure(selection.Directives);
            switch (selection)
            {
                case FieldNode field:
                    foreach (var argument in field.Arguments) Measure(argument.Value);
                    extent.AddField(field.Name.Value, field.Alias is not null, field.SelectionSet is { } below ? Measure(below) : default);
                    break;
                case InlineFragmentNode inline:
                    extent.AddSpread(Measure(inline.SelectionSet));
                    break;
                case FragmentSpreadNode spread:
                    extent.AddSpread(fragments.TryGetValue(spread.Name.Value, out var fragment) ? Measure(fragment) : default);
                    break;
            }
        }
        return extent;
    }

    private void Measure(IReadOnlyList<DirectiveNode> applied)
    {
        directives += applied.Count;
        directivesInOnePlace = Math.Max(directivesInOnePlace, applied.Count);
        foreach (var directive in applied)
            foreach (var argument in directive.Arguments) Measure(argument.Value);
    }

    private void Measure(ValueNode value)
    {
        if (value is ListValueNode list)
        {
            items = Math.Max(items, list.Values.Count);
            foreach (var item in list.Values) Measure(item);
        }
        else if (value is ObjectValueNode literal)
        {
            foreach (var field in literal.Fields) Measure(field.Value);
        }
    }

    /// <summary>The largest numbers of any operation.</summary>
    private struct Largest
    {
        public long Depth, Aliases, RootFields, Fields, Spreads, Introspection;

        public void Add(in Extent operation)
        {
            Depth = Math.Max(Depth, operation.Depth);
            Aliases = Math.Max(Aliases, operation.Aliases);
            RootFields = Math.Max(RootFields, operation.OwnFields);
            Fields = Math.Max(Fields, operation.Fields);
            Spreads = Math.Max(Spreads, operation.Spreads);
            Introspection = Math.Max(Introspection, operation.Introspection);
        }
    }
}
