using System.Runtime.CompilerServices;
using DataHub.Shared.Scalars;

namespace DataHub.Feeds.Sources.Oss;

/// <summary>Licences from OSS, NIB by NIB: those named, then those that are due.</summary>
internal sealed class OssConnector(OssClient client, DueNibs due, SourceSettings settings, TimeProvider clock) : SourceConnector
{
    public override FeedDefinition Feed { get; } = FeedCatalogue.Get("OSS");

    public override string Call => "inqueryNIB";

    public override async IAsyncEnumerable<SourcePage> PagesAsync(
        SourceQuestion question, [EnumeratorCancellation] CancellationToken cancel)
    {
        var start = clock.GetUtcNow();
        var nibs = await WantedAsync(question, start, cancel);
        // The moment up to which what was due then has been asked for, once all of it was; each NIB has a cursor of its own in its answer.
        long? done = question.Nibs.Count == 0 && nibs.Count < settings.MostPerRun ? Micros.Of(start) : null;
        if (nibs.Count == 0) yield return new SourcePage([]) { Position = done };
        for (var first = 0; first < nibs.Count; first += settings.PageSize)
        {
            var page = await PageAsync([.. nibs.Skip(first).Take(settings.PageSize)], cancel);
            yield return first + settings.PageSize >= nibs.Count ? page with { Position = done } : page;
        }
    }

    private async Task<SourcePage> PageAsync(string[] nibs, CancellationToken cancel)
    {
        var answers = new NibAnswer[nibs.Length];
        var rows = new SourceRow?[nibs.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Parallel, CancellationToken = cancel };
        await Parallel.ForAsync(0, nibs.Length, options, async (i, stop) =>
        {
            var (answer, data) = await client.InquireAsync(nibs[i], stop);
            answers[i] = new NibAnswer(nibs[i], answer, clock.GetUtcNow());
            rows[i] = data is { } found ? OssRecord.Row(nibs[i], found) : null;
        });
        return new SourcePage([.. rows.OfType<SourceRow>()]) { Nibs = answers };
    }

    private async Task<IReadOnlyList<string>> WantedAsync(SourceQuestion question, DateTimeOffset start, CancellationToken cancel)
    {
        if (question.Nibs.FirstOrDefault(nib => !Identifiers.IsNib(nib)) is not null)
            throw new FeedRefusedException("one of the NIBs that were named is none: a NIB has 13 digits");
        if (question.Nibs.Count > 0) return [.. question.Nibs.Distinct(StringComparer.Ordinal)];
        return await due.ReadAsync(start - settings.RefreshAfter, settings.MostPerRun, cancel);
    }
}
