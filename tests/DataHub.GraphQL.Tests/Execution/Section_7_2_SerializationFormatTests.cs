using System.Text.Json;
using DataHub.GraphQL.Types.Coordinates;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class Section_7_2_SerializationFormatTests
{
    private enum E { A }

    private sealed record Map(string S, bool B, int I, double F, E Enum, int[] List, string? Nothing);

    // Four primitives at least, and those of the common scalars.
    [Fact]
    public async Task Every_primitive_is_serialized_and_read_again()
    {
        var hub = new TestHub("""
            type Query { map: Map } enum E { A }
            type Map { s: String, b: Boolean, i: Int, f: Float, enum: E, list: [Int], nothing: String }
            """).Value("Query.map", new Map("text", true, -1, 0.5, E.A, [1, 2], null));
        var map = JsonDocument.Parse(await hub.DataAsync("{ map { s b i f enum list nothing } }")).RootElement.GetProperty("map");
        Assert.Equal(
            [
                JsonValueKind.String, JsonValueKind.True, JsonValueKind.Number, JsonValueKind.Number, JsonValueKind.String,
                JsonValueKind.Array, JsonValueKind.Null,
            ],
            map.EnumerateObject().Select(p => p.Value.ValueKind));
    }
}
