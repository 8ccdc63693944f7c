using System.Runtime.InteropServices;
using DataHub.Linkage.Model.Comparing;

namespace DataHub.Linkage.Model.Blocking;

/// <summary>Who meets whom: records by block and blocks by record, in flat arrays.</summary>
internal sealed class BlockIndex
{
    /// <summary>Keys that a record has on average, generously, so that the lists need not grow.</summary>
    private const int KeysOfARecord = 34;

    private readonly int[] _blockStart;
    private readonly int[] _members;
    private readonly int[] _recordStart;
    private readonly int[] _blocks;

    private BlockIndex(int[] blockStart, int[] members, int[] recordStart, int[] blocks) =>
        (_blockStart, _members, _recordStart, _blocks) = (blockStart, members, recordStart, blocks);

    /// <summary>Indexes records; blocks of one record, and of more than the cap, are left out.</summary>
    public static BlockIndex Of(Prepared[] records, Vocabulary vocabulary)
    {
        var (keyList, memberList) = Keys(records, vocabulary);
        var keys = CollectionsMarshal.AsSpan(keyList);
        var members = CollectionsMarshal.AsSpan(memberList);
        keys.Sort(members);
        var starts = new List<int>();
        var kept = 0;
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start]) end++;
            var size = Distinct(members[start..end]);
            if (size is > 1 and <= Blocks.Cap)
            {
                starts.Add(kept);
                members.Slice(start, size).CopyTo(members[kept..]);
                kept += size;
            }
            start = end;
        }
        starts.Add(kept);
        return ByRecord([.. starts], members[..kept].ToArray(), records.Length);
    }

    /// <summary>Calls for every record that meets a record and comes after it, once, in no order that matters.</summary>
    public void After(int record, int[] seen, List<int> found)
    {
        found.Clear();
        for (var i = _recordStart[record]; i < _recordStart[record + 1]; i++)
        {
            var block = _blocks[i];
            for (var m = _blockStart[block]; m < _blockStart[block + 1]; m++)
            {
                var other = _members[m];
                if (other <= record || seen[other] == record + 1) continue;
                seen[other] = record + 1;
                found.Add(other);
            }
        }
    }

    private static (List<ulong> Keys, List<int> Members) Keys(Prepared[] records, Vocabulary vocabulary)
    {
        var keys = new List<ulong>(records.Length * KeysOfARecord);
        var members = new List<int>(records.Length * KeysOfARecord);
        for (var record = 0; record < records.Length; record++)
        {
            Blocks.Of(records[record], vocabulary, keys);
            while (members.Count < keys.Count) members.Add(record);
        }
        return (keys, members);
    }

    /// <summary>Sorts a block's members, keeps one of each at the front, and gives their number.</summary>
    private static int Distinct(Span<int> members)
    {
        if (members.Length == 1) return 1;
        members.Sort();
        var count = 1;
        for (var i = 1; i < members.Length; i++)
        {
            if (members[i] != members[count - 1]) members[count++] = members[i];
        }
        return count;
    }

    private static BlockIndex ByRecord(int[] blockStart, int[] members, int records)
    {
        var recordStart = new int[records + 1];
        foreach (var member in members) recordStart[member + 1]++;
        for (var i = 0; i < records; i++) recordStart[i + 1] += recordStart[i];
        var blocks = new int[members.Length];
        var next = recordStart.AsSpan(0, records).ToArray();
        for (var block = 0; block + 1 < blockStart.Length; block++)
        {
            for (var m = blockStart[block]; m < blockStart[block + 1]; m++) blocks[next[members[m]]++] = block;
        }
        return new(blockStart, members, recordStart, blocks);
    }
}
