using System.Globalization;
using System.Text;

namespace DataHub.GraphQL.Tests.Incremental;

/// <summary>A valid operation over <see cref="Things"/> with deferred fragments and streamed lists at random places; seeded.</summary>
internal sealed class RandomOperation(int seed, bool mayFail)
{
    private static readonly Dictionary<string, (string Field, string? Below, bool IsList)[]> Types = new()
    {
        ["Query"] =
        [
            ("item", "Item", false), ("box", "Box", false), ("items", "Item", true), ("boxes", "Box", true), ("nodes", "Node", true),
        ],
        ["Item"] =
        [
            ("id", null, false), ("name", null, false), ("size", null, false), ("tags", null, true), ("grid", null, true),
            ("next", "Item", false), ("items", "Item", true), ("other", "Node", false), ("must", null, false),
        ],
        ["Box"] = [("id", null, false), ("item", "Item", false), ("boxes", "Box", true), ("nodes", "Node", true)],
        ["Node"] = [("id", null, false), ("__typename", null, false)],
    };

    private readonly Random random = new(seed);
    private readonly StringBuilder text = new();
    private int labels;

    public static string Of(int seed, bool mayFail) => new RandomOperation(seed, mayFail).Write();

    private string Write()
    {
        text.Append("query($on: Boolean!, $off: Boolean!, $count: Int!) { a: __typename @include(if: $on) b: __typename @skip(if: $off) ");
        text.Append("c: items @stream(if: $off, initialCount: $count) { id } ");
        Selections("Query", 0);
        return text.Append('}').ToString();
    }

    private void Selections(string type, int depth)
    {
        var count = random.Next(1, depth == 0 ? 5 : 4);
        for (var i = 0; i < count; i++)
        {
            if (random.Next(100) < 40 && depth < 5) Fragment(type, depth);
            else Field(type, depth);
        }
        text.Append("k: __typename ");
    }

    private void Fragment(string type, int depth)
    {
        var on = type == "Node" && random.Next(2) == 0 ? (random.Next(2) == 0 ? "Item" : "Box") : type;
        text.Append("... on ").Append(on).Append(' ');
        if (random.Next(100) < 75) text.Append("@defer(").Append(Condition()).Append(Label()).Append(") ");
        text.Append("{ ");
        Selections(on, depth + 1);
        text.Append("} ");
    }

    private void Field(string type, int depth)
    {
        var choice = Types[type].Where(f => (mayFail || f.Field != "must") && (depth < 5 || f.Below is null)).ToArray();
        if (choice.Length == 0) return;
        var (field, below, isList) = choice[random.Next(choice.Length)];
        // Two streams of one response key are refused: a streamed field has an alias of its own.
        if (isList && random.Next(100) < 45)
        {
            text.Append(CultureInfo.InvariantCulture, $"s{++labels}: {field} @stream({Condition()} initialCount: {Count()} {Label()}) ");
        }
        else text.Append(field).Append(' ');
        if (below is null) return;
        text.Append("{ ");
        Selections(below, depth + 1);
        text.Append("} ");
    }

    private string Count() => random.Next(4) == 0 ? "$count" : random.Next(3).ToString(CultureInfo.InvariantCulture);

    private string Condition() => random.Next(10) switch { 0 => "if: false", 1 => "if: $off", 2 => "if: $on", _ => "if: true" };

    private string Label() => random.Next(2) == 0 ? string.Create(CultureInfo.InvariantCulture, $", label: \"L{++labels}\"") : "";
}
