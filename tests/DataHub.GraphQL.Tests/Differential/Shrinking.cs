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

    /// <summary>For documents that must stay syntactically right: parts that may be absent, and selections in place of their field.</summary>
    public static IEnumerable<string> Parts(string text)
    {
        var document = Parser.Parse(new Source(text), ParserOptions.Trusted);
        foreach (var node in Nodes.All(document))
        {
            if (node is DefinitionNode or SelectionNode or ArgumentNode or DirectiveNode or VariableDefinitionNode or ObjectFieldNode
                && Printed(Nodes.Replace(document, node, null)) is { } without) yield return without;
            if (node is FieldNode { SelectionSet.Selections: [var inner, ..] })
                yield return Printer.Print(Nodes.Replace(document, node, inner));
            if (node is VariableDefinitionNode { DefaultValue: not null } variable)
                yield return Printer.Print(Nodes.Replace(document, variable, variable with { DefaultValue = null }));
        }
    }

    private static string? Printed(DocumentNode document) => document.Definitions.Count == 0
        || Nodes.All(document).Any(n => n is SelectionSetNode { Selections.Count: 0 }) ? null : Printer.Print(document);

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
