using System.Runtime.CompilerServices;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation.Merging;

/// <summary>
/// Selection sets that execution would merge into one, each with the type it selects on. Equal to another when it holds the same nodes: a
/// node always has the same type, since types follow from the text alone.
/// </summary>
internal sealed class MergedSet : IEquatable<MergedSet>
{
    private readonly int hash;

    public MergedSet(List<(SelectionSetNode Set, NamedType? Parent)> parts)
    {
        if (parts.Count > 1) parts.Sort(static (a, b) => a.Set.Start.CompareTo(b.Set.Start));
        Parts = parts;
        foreach (var (set, _) in parts) hash += RuntimeHelpers.GetHashCode(set);
    }

    public IReadOnlyList<(SelectionSetNode Set, NamedType? Parent)> Parts { get; }

    public bool Equals(MergedSet? other)
    {
        if (other is null || other.hash != hash || other.Parts.Count != Parts.Count) return false;
        for (var i = 0; i < Parts.Count; i++)
        {
            if (!ReferenceEquals(Parts[i].Set, other.Parts[i].Set)) return false;
        }
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as MergedSet);

    public override int GetHashCode() => hash;
}
