namespace DataHub.Linkage.Model.Clustering;

/// <summary>Disjoint groups of records that only grow. A group's name is its first record.</summary>
internal sealed class Groups
{
    private readonly int[] _parent;
    private readonly List<int>?[] _members;

    public Groups(int records)
    {
        _parent = new int[records];
        _members = new List<int>?[records];
        for (var i = 0; i < records; i++) _parent[i] = i;
    }

    /// <summary>The group of a record.</summary>
    public int Of(int record)
    {
        while (_parent[record] != record) record = _parent[record] = _parent[_parent[record]];
        return record;
    }

    /// <summary>Its records, in no order that means anything.</summary>
    public IReadOnlyList<int> Members(int group) => _members[group] ?? (IReadOnlyList<int>)[group];

    public int Size(int group) => _members[group]?.Count ?? 1;

    /// <summary>Makes two groups one, named after the earlier record.</summary>
    public int Join(int a, int b)
    {
        if (a > b) (a, b) = (b, a);
        var members = _members[a] ??= [a];
        members.AddRange(Members(b));
        _members[b] = null;
        _parent[b] = a;
        return a;
    }

    /// <summary>Groups by record, numbered from 0 in the order of their first records.</summary>
    public int[] Numbered()
    {
        var numbers = new int[_parent.Length];
        var next = 0;
        for (var i = 0; i < numbers.Length; i++) numbers[i] = Of(i) is var group && group == i ? next++ : numbers[group];
        return numbers;
    }
}
