using System.Text;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>Compares the two sides over many texts; differences that are not listed are shrunk and shown.</summary>
/// <param name="judge">Asks both sides about a batch of texts.</param>
/// <param name="smaller">Texts that a text may be shrunk to.</param>
/// <param name="listed">Differences that are explained.</param>
internal sealed class SideBySide(
    Func<IReadOnlyList<string>, Task<IReadOnlyList<Verdict>>> judge,
    Func<string, IEnumerable<string>> smaller,
    IReadOnlyList<Disagreement> listed)
{
    private const int BatchSize = 500;
    private const int Shown = 5;

    private readonly Dictionary<string, (Verdict Verdict, int Case)> differences = new(StringComparer.Ordinal);

    /// <summary>How many differences each listed disagreement explained.</summary>
    public Dictionary<string, int> Explained { get; } = new(StringComparer.Ordinal);

    public int Cases { get; private set; }

    public int Accepted { get; private set; }

    public async Task RunAsync(IEnumerable<string> texts, Action<Verdict>? seen = null)
    {
        // While the other side works on one batch, this side makes and reads the next.
        var waiting = new Queue<Task<IReadOnlyList<Verdict>>>();
        foreach (var batch in texts.Chunk(BatchSize))
        {
            waiting.Enqueue(Task.Run(() => judge(batch)));
            if (waiting.Count > 1) Take(await waiting.Dequeue(), seen);
        }
        while (waiting.TryDequeue(out var last)) Take(await last, seen);
    }

    private void Take(IReadOnlyList<Verdict> verdicts, Action<Verdict>? seen)
    {
        foreach (var verdict in verdicts)
        {
            Note(verdict);
            seen?.Invoke(verdict);
            Cases++;
        }
    }

    /// <summary>Fails when there were differences that are not listed, with the smallest text found for each kind.</summary>
    public async Task RequireAgreementAsync()
    {
        if (differences.Count == 0) return;
        var report = new StringBuilder($"{differences.Count} kinds of difference; seed {Runs.Seed} ({Runs.SeedVariable} sets it).\n");
        foreach (var (verdict, number) in differences.Values.Take(Shown))
            report.Append($"  case {number}:\n").AppendLine((await ShrinkAsync(verdict)).Show());
        foreach (var kind in differences.Keys.Skip(Shown)) report.AppendLine($"  also: {kind}");
        Assert.Fail(report.ToString());
    }

    private void Note(Verdict verdict)
    {
        if (verdict is { Ours: null, Theirs: null }) Accepted++;
        if (verdict.Agree) return;
        if (listed.FirstOrDefault(l => l.Explains(verdict)) is { } known)
            Explained[known.Reason] = Explained.GetValueOrDefault(known.Reason) + 1;
        else
            differences.TryAdd(verdict.Kind, (verdict, Cases));
    }

    /// <summary>The smallest text that can be reached by steps over which the same difference stays.</summary>
    private async Task<Verdict> ShrinkAsync(Verdict verdict)
    {
        const int steps = 200;
        for (var step = 0; step < steps; step++)
        {
            var candidates = smaller(verdict.Text).Where(t => t.Length < verdict.Text.Length).Distinct().OrderBy(t => t.Length).ToList();
            var found = (await judge(candidates)).FirstOrDefault(v => !v.Agree && IsSameKind(v, verdict));
            if (found is null) return verdict;
            verdict = found;
        }
        return verdict;
    }

    // Messages name places and tokens, which change as a text shrinks; that one side accepts does not.
    private bool IsSameKind(Verdict shrunk, Verdict first) =>
        (shrunk.Ours is null, shrunk.Theirs is null) == (first.Ours is null, first.Theirs is null) && !listed.Any(l => l.Explains(shrunk));
}
