using DataHub.Feeds.Reading;
using DataHub.Linkage.Model;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Linkage.Store;

/// <summary>What a pass goes by besides the records.</summary>
internal sealed record PassParts(NpgsqlConnection Connection, PassReader Reader, Protector Protector, Places Places);

/// <summary>Makes of the linker's clusters what is to be written: ids, values, links, events.</summary>
internal sealed class PassPlanner(PassParts parts, IReadOnlyList<PassRecord> records, IReadOnlyDictionary<RecordName, int> places)
{
    private readonly List<(JudgementRow Row, int A, int B)> judged = [];

    /// <summary>Judgements whose records are both among those of the pass.</summary>
    public IReadOnlyList<LinkJudgement> Judgements(IEnumerable<JudgementRow> rows)
    {
        foreach (var row in rows)
            if (places.TryGetValue(row.A, out var a) && places.TryGetValue(row.B, out var b)) judged.Add((row, a, b));
        return [.. judged.Select(one => new LinkJudgement(one.A, one.B, one.Row.Subject, one.Row.AreSame))];
    }

    /// <summary>The plan. Takes numbers for what is new.</summary>
    public async Task<PassPlan> PlanAsync(LinkResult result, PassScope scope, CancellationToken cancel)
    {
        var all = scope.Records is null;
        var clusters = new Clusters(records, result.Persons, result.Businesses);
        var known = await KnownPersonsAsync(clusters, all, cancel);
        var personPlan = new PersonPlan(records, clusters, known, parts.Protector);
        var persons = new StableIds(personPlan.Question(places));
        var newPersons = await GiveAsync(persons, "registry.person", cancel);
        var origins = await parts.Reader.BusinessOriginsAsync(all ? null : Former(record => record.Business), cancel);
        var businessPlan = new BusinessPlan(records, clusters, parts.Places);
        var businesses = new StableIds(businessPlan.Question(origins, places));
        var newBusinesses = await GiveAsync(businesses, "registry.business", cancel);
        var memberships = new Memberships(records, clusters, persons.Ids, businesses.Ids);
        var rules = new StandingRules(
            records, clusters, Joined(LinkSubject.Business, clusters.BusinessOf), Joined(LinkSubject.Person, clusters.PersonOf));
        var moved = memberships.Moved(result, rules);
        var isAsked = all ? null : await AskedAsync((moved, businesses.Ids), clusters, scope.Asked, cancel);
        return new PassPlan
        {
            Records = records,
            Moved = moved,
            Persons = personPlan.Shapes(persons.Ids, newPersons),
            RetiredPersons = persons.Retirements,
            RestoredPersons = [.. persons.Restored.Select(cluster => persons.Ids[cluster])],
            Businesses = businessPlan.Outlines(businesses.Ids, newBusinesses, persons.Ids, isAsked),
            RetiredBusinesses = businesses.Retirements,
            RestoredBusinesses = [.. businesses.Restored.Select(cluster => businesses.Ids[cluster])],
            Events = Events(memberships, businesses, newBusinesses),
            Review = result.Review,
            Counts = (persons.Ids.Count(id => id != 0), businesses.Ids.Count(id => id != 0)),
        };
    }

    /// <summary>
    /// Whether a business may be another one than the registry has: a record of it was asked for, came, or left; or a pin of it has ended.
    /// The others are what they were: what is said of a business follows from its records, and from its owner, by whom they stand.
    /// </summary>
    private async Task<Func<int, bool>> AskedAsync(
        (List<MovedLink> Links, IReadOnlyList<long> Ids) moved, Clusters clusters, IReadOnlySet<RecordName>? asked, CancellationToken cancel)
    {
        var left = moved.Links.Select(link => records[link.Place].Former?.Business ?? 0).Where(id => id != 0).ToHashSet();
        var ended = await parts.Reader.UnpinnedAsync([.. moved.Ids.Where(id => id != 0)], cancel);
        var places = moved.Links.Select(link => link.Place).Concat(
            Enumerable.Range(0, records.Count).Where(place => records[place].IsPending || asked?.Contains(Name(place)) != false));
        var reached = places.Select(place => clusters.BusinessOf[place]).ToHashSet();
        return cluster => reached.Contains(cluster) || left.Contains(moved.Ids[cluster]) || ended.Contains(moved.Ids[cluster]);
    }

    private RecordName Name(int place) => new(records[place].Feed, records[place].Record.SourceKey);

    private Task<PersonTable> KnownPersonsAsync(Clusters clusters, bool all, CancellationToken cancel)
    {
        if (all) return parts.Reader.PersonsAsync(null, [], cancel);
        var hashes = clusters.Persons.Where(person => person is { IsPerson: true, Nik: not null })
            .Select(person => parts.Protector.Hash(person.Nik!));
        return parts.Reader.PersonsAsync(Former(record => record.Person), [.. hashes], cancel);
    }

    private List<long> Former(Func<Membership, long> id) =>
        [.. records.Where(record => record.Former is not null).Select(record => id(record.Former!)).Where(one => one != 0).Distinct()];

    /// <summary>Gives back and mints; tells which clusters have no row in the table yet.</summary>
    private async Task<HashSet<int>> GiveAsync(StableIds ids, string table, CancellationToken cancel)
    {
        ids.Restore(await parts.Reader.RetiredAsync(table == "registry.person", ids.PartedFrom, places, cancel));
        var minted = ids.Mint(await PassWriter.ReserveAsync(parts.Connection, table, ids.Missing, cancel));
        return [.. ids.Restored, .. minted];
    }

    private HashSet<int> Joined(LinkSubject subject, int[] clusterOf) =>
    [
        .. judged.Where(one => one.Row.Subject == subject && one.Row.AreSame && clusterOf[one.A] == clusterOf[one.B])
            .SelectMany(one => new[] { one.A, one.B }),
    ];

    private List<BusinessEvent> Events(Memberships memberships, StableIds businesses, HashSet<int> isNew)
    {
        var former = records.Select(record => record.Former?.Business ?? 0).ToList();
        var fresh = isNew.Select(cluster => businesses.Ids[cluster]).ToHashSet();
        var events = EventPlan.Of(former, memberships.Businesses, businesses.Retirements, fresh);
        return [.. events.Select(happened => happened with { Judgement = Behind(happened) })];
    }

    // The newest decision that joins (or parts) a record that moved and one that did not.
    private JudgementRow? Behind(BusinessEvent happened)
    {
        if (judged.Count == 0) return null;
        var moved = happened.Records.ToHashSet();
        var found = judged.FindLastIndex(
            one => one.Row.AreSame == (happened.Kind == "MERGE") && moved.Contains(one.A) != moved.Contains(one.B));
        return found < 0 ? null : judged[found].Row;
    }
}
