using DataHub.Linkage.Model.Blocking;
using DataHub.Linkage.Model.Clustering;
using DataHub.Linkage.Model.Comparing;
using DataHub.Linkage.Model.Normalising;
using DataHub.Linkage.Model.Weights;

namespace DataHub.Linkage.Model;

/// <summary>Links records: first whose they are, then which undertaking they speak of. Pure: no clock, no database, no chance.</summary>
public static class Linker
{
    /// <summary>
    /// Links records. The result does not depend on their order, nor on the number of processors. Records are told apart by feed and key;
    /// two
    /// with the same are an error of the caller.
    /// </summary>
    /// <exception cref="ArgumentException">Two records have the same feed and key, or a judgement names a place that is not in the
    /// list.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static LinkResult Link(IReadOnlyList<LinkRecord> records, LinkContext context, CancellationToken cancel = default)
    {
        if (records.Count == 0) return new() { Persons = [], Businesses = [], Holds = [], HoldsPerson = [], Review = [] };
        var order = Order(records);
        foreach (var judgement in context.Judgements) Check(judgement, records.Count);
        var addresses = new Addresses(context.Gazetteer);
        var features = new Features[order.Length];
        Parallel.For(0, order.Length, Options(cancel), i => features[i] = Features.Of(records[order[i]], addresses));
        var statistics = context.Statistics ?? Counting.Of(features);
        var preparing = new Preparing(statistics);
        var prepared = Array.ConvertAll(features, preparing.Prepare);
        var total = Math.Max(context.TotalRecords, records.Count);
        var population = new Population(prepared, new(preparing.Vocabulary), context.Model.Weights, context.Model.Shift(total));
        var index = BlockIndex.Of(prepared, preparing.Vocabulary);
        var pairs = Candidates.Of(population, index, cancel);
        return Cluster(population, pairs, order, (records, context), cancel);
    }

    private static LinkResult Cluster(
        Population population,
        List<ScoredPair> pairs,
        int[] order,
        (IReadOnlyList<LinkRecord> Records, LinkContext Context) call,
        CancellationToken cancel)
    {
        var place = new int[order.Length];
        for (var i = 0; i < order.Length; i++) place[order[i]] = i;
        var decided = new Decided(call.Context.Judgements, place);
        pairs.Sort(ScoredPair.ByPerson);
        var personClustering = new PersonClustering(population, decided);
        var persons = personClustering.Of(pairs);
        cancel.ThrowIfCancellationRequested();
        pairs.Sort(ScoredPair.ByAcross);
        var businessClustering = new BusinessClustering(population, decided, persons);
        var businesses = businessClustering.Of(pairs);
        var holding = new Holding(population, order);
        var review = new ReviewQueue(population, decided, persons, businesses, holding)
            .Of(pairs, personClustering.Vetoes.Concat(businessClustering.Vetoes), i => call.Records[order[i]].AtStake);
        return new()
        {
            Persons = Reordered(persons.Numbered(), place),
            Businesses = Reordered(businesses.Numbered(), place),
            Holds = holding.OfBusinesses(businesses, persons, cancel),
            HoldsPerson = holding.OfPersons(persons, cancel),
            Review = review,
        };
    }

    /// <summary>Places of the records in the canonical order, by feed and key.</summary>
    private static int[] Order(IReadOnlyList<LinkRecord> records)
    {
        var order = new int[records.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => Compare(records[a], records[b]));
        for (var i = 1; i < order.Length; i++)
        {
            if (Compare(records[order[i - 1]], records[order[i]]) != 0) continue;
            throw new ArgumentException($"Two records of {records[order[i]].Feed} have the key {records[order[i]].SourceKey}.",
                nameof(records));
        }
        return order;
    }

    private static int Compare(LinkRecord a, LinkRecord b) =>
        a.Feed != b.Feed ? a.Feed.CompareTo(b.Feed) : string.CompareOrdinal(a.SourceKey, b.SourceKey);

    private static void Check(LinkJudgement judgement, int records)
    {
        if (judgement.A >= 0 && judgement.A < records && judgement.B >= 0 && judgement.B < records && judgement.A != judgement.B) return;
        throw new ArgumentException($"A judgement names the places {judgement.A} and {judgement.B} of a list of {records} records.",
            nameof(judgement));
    }

    private static int[] Reordered(int[] byPlace, int[] place) => Array.ConvertAll(place, i => byPlace[i]);

    private static ParallelOptions Options(CancellationToken cancel) =>
        new() { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount };
}
