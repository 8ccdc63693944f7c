using System.Buffers;
using System.Globalization;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.Bench.Executor;

/// <summary>1,000 objects of ten scalars out of memory: this engine beside one resolver call an object and field.</summary>
internal static class ExecutorBench
{
    private const int Objects = 1_000;
    private const int Rounds = 60;
    private const int Fields = Objects * Item.FieldCount;

    public static async Task RunAsync()
    {
        var items = Item.Some(Objects);
        var output = new ArrayBufferWriter<byte>(1 << 20);
        var engine = new EngineRun(items);
        PerField[] root = [new("items", (_, _) => new(items), null, true, Leaves())];
        var (bare, contexts) = (new PerFieldExecutor(root, bare: true), new PerFieldExecutor(root, bare: false));
        await RequireSameAsync(engine, bare, output);
        Contender[] all =
        [
            new("this engine", () => engine.ExecuteAsync(output)),
            new("a resolver call an object and field", () => contexts.ExecuteAsync(output, CancellationToken.None)),
            new("the same, bare", () => bare.ExecuteAsync(output, CancellationToken.None)),
        ];
        // In turns, so that a busy moment of the machine meets all; the first half warms up.
        for (var round = 0; round < Rounds; round++)
            foreach (var contender in all) await contender.RunAsync(output, counts: round >= Rounds / 2);
        Print($"{Objects} objects x {Item.FieldCount} scalars out of memory, {output.WrittenCount} bytes of JSON, CPU time of a request:");
        foreach (var contender in all)
        {
            var times = contender.Microseconds;
            var bytes = await contender.AllocatedAsync(output);
            Print($"  {contender.Name,-36} {times,8:0} µs ({1000 * times / Fields:0} ns a field), {times / all[0].Microseconds:0.0} times");
            Print($"  {"",-36} {bytes,8:0} bytes allocated ({bytes / Fields:0.00} a field)");
        }
    }

    private static PerField[] Leaves() =>
    [
        Leaf("id", true, i => i.Id, v => (string)v),
        Leaf("name", true, i => i.Name, v => (string)v),
        Leaf("note", false, i => i.Note, v => (string)v),
        Leaf("workers", true, i => i.Workers, v => (int)v),
        Leaf("year", false, i => i.Year, v => (int)v),
        Leaf("sales", true, i => i.Sales, v => double.IsFinite((double)v) ? v : throw new InvalidOperationException("not finite")),
        Leaf("share", false, i => i.Share, v => double.IsFinite((double)v) ? v : throw new InvalidOperationException("not finite")),
        Leaf("active", true, i => i.Active, v => (bool)v),
        Leaf("exports", false, i => i.Exports, v => (bool)v),
        Leaf("colour", true, i => i.Colour, v => (Colour)v switch { Colour.Red => "RED", Colour.Green => "GREEN", _ => "BLUE" }),
    ];

    private static PerField Leaf(string key, bool isNonNull, Func<Item, object?> get, Func<object, object> serialize) =>
        new(key, (parent, _) => new(get((Item)parent)), serialize, isNonNull, null);

    private static async Task RequireSameAsync(EngineRun engine, PerFieldExecutor floor, ArrayBufferWriter<byte> output)
    {
        await engine.ExecuteAsync(output);
        var ours = output.WrittenSpan.ToArray();
        output.ResetWrittenCount();
        await floor.ExecuteAsync(output, CancellationToken.None);
        if (!output.WrittenSpan.SequenceEqual(ours)) throw new InvalidOperationException("The two answers differ.");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Contender(string Name, Func<ValueTask> Execute)
    {
        private const int Block = 20;
        private TimeSpan spent;
        private int requests;

        public double Microseconds => spent.TotalMicroseconds / requests;

        public async Task RunAsync(ArrayBufferWriter<byte> output, bool counts)
        {
            var before = Environment.CpuUsage.TotalTime;
            await ExecuteAsync(output);
            if (!counts) return;
            spent += Environment.CpuUsage.TotalTime - before;
            requests += Block;
        }

        public async Task<double> AllocatedAsync(ArrayBufferWriter<byte> output)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await ExecuteAsync(output);
            return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Block;
        }

        private async Task ExecuteAsync(ArrayBufferWriter<byte> output)
        {
            for (var i = 0; i < Block; i++)
            {
                output.ResetWrittenCount();
                await Execute();
            }
        }
    }

    /// <summary>The engine with its document prepared, as in a server's steady state.</summary>
    private sealed class EngineRun : IExecutionContext
    {
        private readonly GraphQLEngine engine;
        private readonly PreparedDocument document;
        private readonly OperationRequest request = new();

        public EngineRun(Item[] items)
        {
            var schema = SchemaBuilder.Build([new Source(Item.Sdl, "bench.graphql")]);
            var field = schema.Query.Field("items")!;
            field.Resolver = new DelegateResolver((_, _) => new(ResolvedField.Many(ObjectRowSet.Of(items, schema), [0, items.Length])));
            engine = new GraphQLEngine(schema, new EngineOptions());
            document = engine.Prepare(Item.Query);
        }

        public ValueTask DispatchAsync(CancellationToken cancellation) => default;

        public async ValueTask ExecuteAsync(IBufferWriter<byte> output)
        {
            var result = await engine.ExecuteAsync(document, request, this, CancellationToken.None);
            result.WriteTo(output);
        }
    }
}
