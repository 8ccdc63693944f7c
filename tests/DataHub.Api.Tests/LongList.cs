using DataHub.GraphQL.Execution;

namespace DataHub.Api.Tests;

/// <summary>Rows by number, a chunk of a hundred at a time where the answer is written while it is executed.</summary>
public sealed class LongList : FieldResolver
{
    private const int ChunkRows = 100;
    private int chunks;

    /// <summary>How many chunks were made, first ones too.</summary>
    public int Chunks => chunks;

    public override ValueTask<ResolvedField> ResolveAsync(ResolveContext context, RowSet parents)
    {
        var count = context.Field.Argument<int>("first");
        if (!context.TakesChunksOf(context.Field)) return new(Part(0, count));
        var lostAt = context.Field.Argument<int?>("lostAt");
        var first = Part(0, Math.Min(ChunkRows, count));
        return new(new ResolvedField { Layers = first.Layers, Rows = first.Rows, More = count > ChunkRows ? new Rest(this, count, lostAt) : null });
    }

    private ResolvedField Part(int from, int to)
    {
        Interlocked.Increment(ref chunks);
        return ResolvedField.Many(new Numbers(from, to - from), [0, to - from]);
    }

    private sealed class Rest(LongList list, int count, int? lostAt) : ListChunks
    {
        private int next = ChunkRows;

        public override bool HasMore => next < count;

        public override ValueTask<ResolvedField> NextAsync(CancellationToken cancellation)
        {
            if (next >= lostAt) throw new InvalidOperationException("lost");
            var from = next;
            next = Math.Min(count, next + ChunkRows);
            return new(list.Part(from, next));
        }
    }

    private sealed class Numbers(int from, int count) : RowSet
    {
        public override int Count => count;

        public override ResolvedField Read(FieldSelection field) => ResolvedField.Leaf(new Sequence(from, count));
    }

    private sealed class Sequence(int from, int count) : Column<int>
    {
        public override int Count => count;

        public override int this[int row] => from + row;

        public override bool IsNull(int row) => false;
    }
}
