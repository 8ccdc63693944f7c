using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DataHub.Shared.Scalars;

namespace DataHub.Feeds.Sources.Sikp;

/// <summary>Contracts from SIKP by their number of change, with their debtors.</summary>
internal sealed class SikpConnector(SikpClient client, SourceSettings settings) : SourceConnector
{
    public override FeedDefinition Feed { get; } = FeedCatalogue.Get("SIKP");

    public override string Call => "akad";

    public override async IAsyncEnumerable<SourcePage> PagesAsync(
        SourceQuestion question, [EnumeratorCancellation] CancellationToken cancel)
    {
        var position = question.Position ?? 0;
        while (true)
        {
            var contracts = await client.AkadAsync(position, settings.PageSize, cancel);
            var rows = await RowsAsync(contracts.Contracts, cancel);
            var highest = rows.Count == 0 ? position : Math.Max(position, rows.Max(row => row.Version));
            // What is not after the cursor was published before, in this form or a later one.
            yield return new SourcePage([.. rows.Where(row => row.Version == 0 || row.Version > position)]) { Position = highest };
            if (!contracts.HasMore) yield break;
            if (highest == position) throw new FeedRefusedException("the source has more records, but gives the same page again");
            position = highest;
        }
    }

    private async Task<IReadOnlyList<SourceRow>> RowsAsync(IReadOnlyList<JsonElement> contracts, CancellationToken cancel)
    {
        var debtors = settings.AsksCandidates ? await DebtorsAsync(contracts, cancel) : [];
        return [.. contracts.Select(contract => SikpRecord.Row(contract, debtors.GetValueOrDefault(SikpRecord.Nik(contract))))];
    }

    private async Task<ConcurrentDictionary<string, SikpCandidate>> DebtorsAsync(
        IReadOnlyList<JsonElement> contracts, CancellationToken cancel)
    {
        var niks = contracts.Where(contract => !SikpRecord.HasDebtor(contract)).Select(SikpRecord.Nik)
            .Where(Identifiers.IsNik).Distinct(StringComparer.Ordinal);
        var debtors = new ConcurrentDictionary<string, SikpCandidate>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = settings.Parallel, CancellationToken = cancel };
        await Parallel.ForEachAsync(niks, options, async (nik, stop) =>
        {
            if (await client.CalonAsync(nik, stop) is { } debtor) debtors[nik] = debtor;
        });
        return debtors;
    }
}
