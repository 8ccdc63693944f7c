using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using DataHub.GraphQL.Language;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>Looks at and changes documents of any kind of node.</summary>
internal static class Nodes
{
    private static readonly ConcurrentDictionary<Type, (MethodInfo Copy, PropertyInfo[] Parts)> Types = new();

    /// <summary>A node and all below it, in the order of the text.</summary>
    public static IEnumerable<SyntaxNode> All(SyntaxNode root)
    {
        yield return root;
        foreach (var part in TypeOf(root).Parts)
        {
            var children = part.GetValue(root) switch
            {
                SyntaxNode child => [child],
                IEnumerable<SyntaxNode> list => list,
                _ => [],
            };
            foreach (var below in children.SelectMany(All)) yield return below;
        }
    }

    /// <summary>The document with one node exchanged; with null it is taken away, out of its list or where none may stand.</summary>
    public static DocumentNode Replace(DocumentNode document, SyntaxNode node, SyntaxNode? replacement) =>
        (DocumentNode)Rewrite(document, each => ReferenceEquals(each, node) ? replacement : each)!;

    /// <summary>The same with several nodes: whatever <paramref name="change"/> gives stands in the place of the node.</summary>
    public static SyntaxNode? Rewrite(SyntaxNode node, Func<SyntaxNode, SyntaxNode?> change)
    {
        var changed = change(node);
        if (!ReferenceEquals(changed, node)) return changed;
        var (copy, parts) = TypeOf(node);
        SyntaxNode? result = null;
        foreach (var part in parts)
        {
            var old = part.GetValue(node);
            var now = old switch
            {
                SyntaxNode child => Rewrite(child, change),
                IList list => RewriteList(list, part.PropertyType, change),
                _ => old,
            };
            if (ReferenceEquals(now, old)) continue;
            result ??= (SyntaxNode)copy.Invoke(node, null)!;
            part.SetValue(result, now);
        }
        return result ?? node;
    }

    private static IList RewriteList(IList list, Type type, Func<SyntaxNode, SyntaxNode?> change)
    {
        var items = list.Cast<SyntaxNode>().Select(item => Rewrite(item, change)).ToList();
        if (items.SequenceEqual(list.Cast<SyntaxNode>(), ReferenceEqualityComparer.Instance)) return list;
        items.RemoveAll(item => item is null);
        var array = Array.CreateInstance(type.GetGenericArguments()[0], items.Count);
        for (var i = 0; i < items.Count; i++) array.SetValue(items[i], i);
        return array;
    }

    private static (MethodInfo Copy, PropertyInfo[] Parts) TypeOf(SyntaxNode node) => Types.GetOrAdd(node.GetType(), static type =>
        (type.GetMethod("<Clone>$")!, [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.CanWrite && (p.PropertyType.IsAssignableTo(typeof(SyntaxNode)) || IsList(p.PropertyType)))]));

    private static bool IsList(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
        && type.GetGenericArguments()[0].IsAssignableTo(typeof(SyntaxNode));
}
