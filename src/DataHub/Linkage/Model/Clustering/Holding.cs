using DataHub.Linkage.Model.Weights;

namespace DataHub.Linkage.Model.Clustering;

/// <summary>By record, the heaviest pair that holds it in its group.</summary>
internal sealed class Holding(Population population, int[] place)
{
    /// <summary>Edges of persons.</summary>
    public LinkEdge?[] OfPersons(Groups persons, CancellationToken cancel) => Of(persons, population.Person, EdgeOfPerson, cancel);

    /// <summary>Edges of undertakings: by what is known of one person's, or of different persons'.</summary>
    public LinkEdge?[] OfBusinesses(Groups businesses, Groups persons, CancellationToken cancel) => Of(
        businesses,
        (a, b) => persons.Of(a) == persons.Of(b) ? population.SamePerson(a, b) : population.Across(a, b),
        (a, b) => EdgeOfBusiness(a, b, persons),
        cancel);

    /// <summary>A pair as it was judged for one person.</summary>
    public LinkEdge EdgeOfPerson(int a, int b) => Edge(a, b, LinkSubject.Person, population.Weights.Person, isOfOnePerson: false);

    /// <summary>A pair as it was judged for one undertaking.</summary>
    public LinkEdge EdgeOfBusiness(int a, int b, Groups persons)
    {
        var isOfOnePerson = persons.Of(a) == persons.Of(b);
        return Edge(a, b, LinkSubject.Business, isOfOnePerson ? population.Weights.SamePerson : population.Weights.Across, isOfOnePerson);
    }

    private LinkEdge Edge(int a, int b, LinkSubject subject, StageWeights weights, bool isOfOnePerson)
    {
        var compared = population.Compare(a, b);
        var (x, y) = (Math.Min(place[a], place[b]), Math.Max(place[a], place[b]));
        var bits = Math.Round(weights.Sum(compared, population.Shift), 1);
        return new(x, y, subject, bits, new Evidence(compared, weights, population.Shift, isOfOnePerson));
    }

    private LinkEdge?[] Of(Groups groups, Func<int, int, float> score, Func<int, int, LinkEdge> edge, CancellationToken cancel)
    {
        var holds = new LinkEdge?[place.Length];
        var options = new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, place.Length, options, record =>
        {
            if (groups.Of(record) != record || groups.Size(record) == 1) return;
            var members = groups.Members(record).Order().ToArray();
            foreach (var a in members)
            {
                var (best, most) = (-1, float.MinValue);
                foreach (var b in members)
                {
                    if (a == b || score(Math.Min(a, b), Math.Max(a, b)) is var bits && bits <= most) continue;
                    (best, most) = (b, bits);
                }
                holds[place[a]] = edge(Math.Min(a, best), Math.Max(a, best));
            }
        });
        return holds;
    }
}
