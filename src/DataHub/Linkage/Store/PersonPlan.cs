using DataHub.Shared.Scalars;
using DataHub.Shared.Secrets;

namespace DataHub.Linkage.Store;

/// <summary>What the registry shall say of a person.</summary>
internal sealed record PersonShape(
    long Id, bool IsNew, byte[]? NikHash, byte[]? NikCipher, string? Name, string? Gender, RecordName? Origin);

/// <summary>Ids and values of the persons of a pass.</summary>
internal sealed class PersonPlan(IReadOnlyList<PassRecord> records, Clusters clusters, PersonTable known, Protector protector)
{
    private readonly byte[]?[] hashes = HashesOf(clusters, protector);

    /// <summary>Keyed hashes of the persons' NIKs.</summary>
    public IReadOnlyCollection<byte[]> Hashes => [.. hashes.OfType<byte[]>()];

    /// <summary>What the ids follow from.</summary>
    public IdQuestion Question(IReadOnlyDictionary<RecordName, int> places)
    {
        var former = records.Select(record => record.Former?.Person ?? 0).ToArray();
        return new IdQuestion
        {
            ClusterOf = clusters.PersonOf,
            HasId = [.. clusters.Persons.Select(person => person.IsPerson)],
            Former = former,
            Anchors = Anchors.Of(former, known.Origins, places),
            Claims = [.. OfNiks()],
        };
    }

    /// <summary>Persons that are new or that the registry says something else of.</summary>
    public List<PersonShape> Shapes(IReadOnlyList<long> ids, IReadOnlySet<int> isNew)
    {
        var shapes = new PersonShape?[ids.Count];
        Parallel.For(0, ids.Count, cluster =>
        {
            if (ids[cluster] != 0) shapes[cluster] = Shape(ids[cluster], cluster, isNew.Contains(cluster));
        });
        return [.. shapes.OfType<PersonShape>()];
    }

    private PersonShape? Shape(long id, int cluster, bool isNew)
    {
        var person = clusters.Persons[cluster];
        UInt128? hash = hashes[cluster] is { } bytes ? PassReader.KeyOf(bytes) : null;
        var gender = person.Nik is null ? null : Identifiers.IsWoman(person.Nik) ? "PEREMPUAN" : "LAKI_LAKI";
        if (!isNew && known.Rows.TryGetValue(id, out var row) && row == new PersonRow(hash, person.Name, gender)) return null;
        var cipher = person.Nik is null ? null : protector.Encrypt(person.Nik);
        var first = records[person.Records[0]];
        return new(id, isNew, hashes[cluster], cipher, person.Name, gender, isNew ? new(first.Feed, first.Record.SourceKey) : null);
    }

    /// <summary>A NIK that the registry has already is that person's, though none of the records here told of them before.</summary>
    private IEnumerable<(int Cluster, long Id)> OfNiks()
    {
        for (var cluster = 0; cluster < hashes.Length; cluster++)
        {
            if (hashes[cluster] is { } hash && known.ByNik.TryGetValue(PassReader.KeyOf(hash), out var id))
                yield return (cluster, id);
        }
    }

    private static byte[]?[] HashesOf(Clusters clusters, Protector protector)
    {
        var hashes = new byte[]?[clusters.Persons.Length];
        Parallel.For(0, hashes.Length, cluster =>
        {
            if (clusters.Persons[cluster] is { IsPerson: true, Nik: { } nik }) hashes[cluster] = protector.Hash(nik);
        });
        return hashes;
    }
}

/// <summary>The records that ids were minted from.</summary>
internal static class Anchors
{
    /// <summary>By id, the place of its record, for ids that records stood for.</summary>
    public static Dictionary<long, int> Of(
        IEnumerable<long> former, IReadOnlyDictionary<long, RecordName> origins, IReadOnlyDictionary<RecordName, int> places)
    {
        var anchors = new Dictionary<long, int>();
        foreach (var id in former)
        {
            if (id != 0 && !anchors.ContainsKey(id) && origins.TryGetValue(id, out var origin) && places.TryGetValue(origin, out var place))
                anchors.Add(id, place);
        }
        return anchors;
    }
}
