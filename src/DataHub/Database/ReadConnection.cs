using Npgsql;

namespace DataHub.Database;

/// <summary>
/// A connection with the batches that it sends again and again: their commands and parameters are made once, and only values are set anew.
/// Used by one request at a time.
/// </summary>
public sealed class ReadConnection(NpgsqlConnection connection) : IAsyncDisposable
{
    // Few documents make up what a hub is asked. Who asks something new each time has batches that are forgotten again.
    private const int MostSteps = 256;
    private Step root = new();
    private int steps;

    /// <summary>When it was given back, by <see cref="TimeProvider.GetTimestamp"/>.</summary>
    internal long IdleSince { get; set; }

    /// <summary>A batch for statements, without commands the first times that they are asked for.</summary>
    /// <param name="texts">Their texts, each the same string whenever it is the same text.</param>
    public NpgsqlBatch Batch(List<string> texts)
    {
        if (steps > MostSteps) (root, steps) = (new Step(), 0);
        var step = root;
        for (var i = 0; i < texts.Count; i++) step = Next(step, texts[i]);
        if (step.Batch is { } known) return known;
        // Whoever sends it ends it in time by a token; a limit of Npgsql's own would be a second timer for each reading.
        var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        // What comes once is not kept.
        if (step.IsKnown) step.Batch = batch;
        step.IsKnown = true;
        return batch;
    }

    /// <summary>Gives it back to Npgsql's pool, which ends a transaction that is still open on it.</summary>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private Step Next(Step step, string text)
    {
        step.Next ??= new Dictionary<string, Step>(ReferenceEqualityComparer.Instance);
        if (step.Next.TryGetValue(text, out var next)) return next;
        steps++;
        return step.Next[text] = new Step();
    }

    /// <summary>The statements of a batch up to one of them.</summary>
    private sealed class Step
    {
        public Dictionary<string, Step>? Next { get; set; }

        public bool IsKnown { get; set; }

        public NpgsqlBatch? Batch { get; set; }
    }
}
