using System.Buffers;
using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Tests.Execution;

/// <summary>What an answer allocates does not grow with its rows, but for what the rows are read into.</summary>
public sealed class AllocationTests
{
    private const int Rows = 1_000;

    // What one row takes in the arrays that an object row set reads its properties into.
    private const int BytesPerRow = sizeof(int) + sizeof(double) + sizeof(bool) + sizeof(int) + (3 * sizeof(long));

    private const string Sdl = """
        enum Scale { MIKRO KECIL }
        type Business { id: ID!, name: String!, note: String, workers: Int!, sales: Float!, active: Boolean!, scale: Scale! }
        type Query { businesses: [Business!]! }
        """;

    private const string Query = "{ businesses { id name note workers sales active scale } }";

    public enum Scale
    {
        Mikro,
        Kecil,
    }

    public sealed record Business(string Id, string Name, string Note, int Workers, double Sales, bool Active, Scale Scale);

    [Fact]
    public void Leaves_of_columns_in_memory_allocate_nothing()
    {
        var few = Allocated((hub, rows) => new Columns(ObjectRowSet.Of(Some(rows), hub.Schema)), Rows);
        Assert.Equal(few, Allocated((hub, rows) => new Columns(ObjectRowSet.Of(Some(rows), hub.Schema)), 2 * Rows));
    }

    [Fact]
    public void Leaves_of_objects_allocate_the_arrays_of_their_values_only()
    {
        var few = Allocated((hub, rows) => ObjectRowSet.Of(Some(rows), hub.Schema), Rows);
        var many = Allocated((hub, rows) => ObjectRowSet.Of(Some(rows), hub.Schema), 2 * Rows);
        Assert.Equal(few + (Rows * BytesPerRow), many);
    }

    private static Business[] Some(int count) => [.. Enumerable.Range(0, count).Select(i => new Business(
        $"b-{i}", $"Kedai {i}", $"\"Kopi\" – {i}\n", i, i * 12345.678, i % 2 == 0, (Scale)(i % 2)))];

    private static long Allocated(Func<TestHub, int, RowSet> read, int count)
    {
        var hub = new TestHub(Sdl);
        var (rows, starts) = (read(hub, count), new[] { 0, count });
        hub.Resolve("Query.businesses", (_, _) => new(ResolvedField.Many(rows, starts)));
        var document = hub.Engine.Prepare(Query);
        var output = new ArrayBufferWriter<byte>(1 << 20);
        // The least of several: what the runtime compiles meanwhile is no part of an answer.
        return Enumerable.Range(0, 20).Min(_ => Allocated(hub, document, output));
    }

    private static long Allocated(TestHub hub, PreparedDocument document, ArrayBufferWriter<byte> output)
    {
        output.ResetWrittenCount();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var answer = hub.Engine.ExecuteAsync(document, new OperationRequest(), hub, CancellationToken.None).AsTask();
        Assert.True(answer.IsCompletedSuccessfully);
        answer.GetAwaiter().GetResult().WriteTo(output);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Rows whose columns were read once, as a database's are.</summary>
    private sealed class Columns(RowSet source) : RowSet
    {
        private readonly Dictionary<string, ResolvedField> known = [];

        public override int Count => source.Count;

        public override ResolvedField Read(FieldSelection field)
        {
            if (!known.TryGetValue(field.ResponseKey, out var read)) known[field.ResponseKey] = read = source.Read(field);
            return read;
        }
    }
}
