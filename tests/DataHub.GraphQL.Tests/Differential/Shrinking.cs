using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>Smaller texts to try in the place of one that shows a difference.</summary>
internal static class Shrinking
{
    /// <summary>For texts of any kind: halves, lines, words, characters cut out.</summary>
    public static IEnumerable<string> Characters(string text)
    {
        for (var size = text.Length / 2; size > 0; size /= 2)
        {
            // Few long cuts and many short ones; of a long text not each character by itself.
            var step = Math.Max(size, text.Length / 400);
            for (var start = 0; start < text.Length; start += step) yield return text.Remove(start, Math.Min(size, text.Length - start));
        }
        foreach (var (start, length) in Lines(text)) yield return text.Remove(start, length);
    }

    /// <summary>For documents that must stay documents: parts that may be absent, and selections in place of their field.</summary>
    public static IEnumerable<string> Parts(string text)
    {
        var document = Parser.Parse(new Source(text), ParserOptions.Trusted);
        foreach (var node in Nodes.All(document))
        {
            foreach (var changed in Smaller(document, node))
            {
                if (changed.Definitions.Count == 0 || Nodes.All(changed).Any(n => n is SelectionSetNode { Selections.Count: 0 })) continue;
                yield return Printer.Print(changed);
                if (Tidy(changed) is { Definitions.Count: > 0 } tidy) yield return Printer.Print(tidy);
            }
        }
    }

    private static IEnumerable<DocumentNode> Smaller(DocumentNode document, SyntaxNode node)
    {
        if (node is DefinitionNode or SelectionNode or ArgumentNode or DirectiveNode or VariableDefinitionNode or ObjectFieldNode)
            yield return Nodes.Replace(document, node, null);
        if (node is FieldNode { SelectionSet.Selections: [var inField, ..] }) yield return Nodes.Replace(document, node, inField);
        if (node is InlineFragmentNode { SelectionSet.Selections: [var inFragment, ..] })
            yield return Nodes.Replace(document, node, inFragment);
        if (node is VariableDefinitionNode { DefaultValue: not null } variable)
            yield return Nodes.Replace(document, variable, variable with { DefaultValue = null });
        if (node is not ListValueNode list) yield break;
        foreach (var value in list.Values)
            yield return Nodes.Replace(document, list, list with { Values = [.. list.Values.Where(v => v != value)] });
    }

    /// <summary>Without the fragments and variables that are no longer used, since these would be another fault.</summary>
    private static DocumentNode Tidy(DocumentNode document)
    {
        for (var before = -1; before != document.Definitions.Count;)
        {
            before = document.Definitions.Count;
            var spread = Nodes.All(document).OfType<FragmentSpreadNode>().Select(s => s.Name.Value).ToHashSet();
            var kept = document.Definitions.Where(d => d is not FragmentDefinitionNode f || spread.Contains(f.Name.Value));
            document = new DocumentNode([.. kept]);
        }
        var names = Nodes.All(document).OfType<VariableNode>().GroupBy(v => v.Name.Value);
        var used = names.Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return (DocumentNode)Nodes.Rewrite(document,
            node => node is VariableDefinitionNode v && !used.Contains(v.Variable.Name.Value) ? null : node)!;
    }

    private static IEnumerable<(int Start, int Length)> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            var next = end < 0 ? text.Length : end + 1;
            yield return (start, next - start);
            start = next;
        }
    }
}
