using System.Collections;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Differential.Worlds;

/// <summary>Takes values row by row, nested arrays for lists, and lays them out as list layers and a column or rows.</summary>
internal sealed class Shape
{
    private readonly GraphQLType type;
    private readonly List<(List<int> Starts, List<bool> Nulls)> layers = [];
    private readonly List<object?> leaves = [];

    public Shape(GraphQLType type)
    {
        this.type = type;
        for (var inner = type.Nullable; inner is ListType list; inner = list.Of.Nullable) layers.Add(([0], []));
    }

    public void Add(object? value, int depth)
    {
        if (depth == layers.Count)
        {
            leaves.Add(value);
            return;
        }
        foreach (var item in (object?[]?)value ?? []) Add(item, depth + 1);
        layers[depth].Nulls.Add(value is null);
        layers[depth].Starts.Add(depth + 1 == layers.Count ? leaves.Count : layers[depth + 1].Nulls.Count);
    }

    public ResolvedField Close(IReadOnlyList<RowError> errors, Func<IReadOnlyList<World.Thing?>, (RowSet Rows, int[] RowOf)> rows)
    {
        var lists = layers.Select(l => new ListLayer([.. l.Starts], new BitArray(l.Nulls.ToArray()))).ToList();
        if (type.Named is ScalarType or EnumType) return new ResolvedField { Layers = lists, Values = Column(), Errors = errors };
        var (set, rowOf) = rows([.. leaves.Select(l => (World.Thing?)l)]);
        return new ResolvedField { Layers = lists, Rows = set, RowOf = rowOf, Errors = errors };
    }

    private Column Column() => type.Named.Name switch
    {
        "Int" => Column<long>(),
        "Float" => Column<double>(),
        "Boolean" => Column<bool>(),
        _ => new ArrayColumn<string>([.. leaves.Select(l => (string)l!)]),
    };

    private ArrayColumn<T> Column<T>() where T : struct =>
        new([.. leaves.Select(l => (T?)l ?? default)], leaves.Select(l => l is null).ToArray());
}
