using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Limits;
using DataHub.GraphQL.Tests.Execution;

namespace DataHub.GraphQL.Tests.Incremental;

/// <summary>Objects made of a number, the same as in npm/execute.mjs.</summary>
internal static class Things
{
    public const string Sdl = """
        interface Node { id: ID! }
        type Item implements Node {
          id: ID!, name: String, size: Int!, must: Int!, tags: [String], grid: [[Int]!]!
          next: Item, items: [Item!]!, other: Node
        }
        type Box implements Node { id: ID!, item: Item, boxes: [Box], nodes: [Node!]! }
        type Query { item: Item, box: Box!, items: [Item!]!, boxes: [Box], nodes: [Node] }
        """;

    public interface INode
    {
        string Id { get; }
    }

    public sealed record Item : INode
    {
        private readonly int n;

        public Item(int number) => n = number % 97;

        public string Id => $"i{n}";

        public string? Name => n % 3 == 0 ? null : $"Item {n}";

        public int Size => n;

        public int? Must => n % 7 == 3 ? null : n;

        public string?[] Tags => [.. Enumerable.Range(0, n % 4).Select(i => i == 2 ? null : $"t{i}")];

        public int?[][] Grid => [[n, null], [], [1]];

        public Item? Next => n % 5 == 4 ? null : new Item((n * 2) + 1);

        public Item[] Items => [.. Enumerable.Range(0, n % 4).Select(i => new Item(n + i + 1))];

        public INode Other => n % 2 == 0 ? new Box(n + 5) : new Item(n + 2);
    }

    public sealed record Box : INode
    {
        private readonly int n;

        public Box(int number) => n = number % 97;

        public string Id => $"b{n}";

        public Item? Item => n % 3 == 1 ? null : new Item(n + 3);

        public Box?[]? Boxes => n % 6 == 5 ? null : [.. Enumerable.Range(0, n % 3).Select(i => i == 1 ? null : new Box(n + i))];

        public INode[] Nodes => [new Item(n), new Box(n + 2), new Item(n + 1)];
    }

    private static readonly EngineOptions On = new()
    {
        IncrementalDelivery = true,
        MaxDeferrals = 1_000,
        MaxDeliveries = 100_000,
        // Random operations are larger than those of requests.
        Limits = new OperationLimits { Aliases = new Limit(10_000), Depth = new Limit(100), RootFields = new Limit(1_000) },
    };

    public static TestHub Hub(EngineOptions? options = null) => new TestHub(Sdl, options ?? On)
        .Value("Query.item", new Item(1))
        .Value("Query.box", new Box(2))
        .Value<Item[]>("Query.items", [new(5), new(6), new(7), new(8)])
        .Value<Box?[]>("Query.boxes", [new(1), null, new(8)])
        .Value("Query.nodes", new Box(4).Nodes);
}
