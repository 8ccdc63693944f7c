using System.Text;

namespace DataHub.GraphQL.Tests.Differential.Worlds;

/// <summary>
/// SDL of a small type system drawn at random: objects that implement interfaces, unions, enums, a custom scalar, input objects, lists of
/// lists, non-null in any place. Field names are few, so that selections on different types meet.
/// </summary>
internal sealed class RandomSchema
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e"];
    private static readonly string[] Scalars = ["Int", "Float", "String", "Boolean", "ID", "Any"];

    private readonly Random random;
    private readonly StringBuilder sdl = new();
    private readonly string[] enums;
    private readonly string[] inputs;
    private readonly string[] objects;
    private readonly string[] interfaces;
    private readonly string[] unions;
    private readonly Dictionary<string, Dictionary<string, (string Arguments, string Type)>> ofInterfaces = [];
    private readonly Dictionary<string, string[]> parents = [];

    private RandomSchema(int seed)
    {
        random = new Random(seed);
        enums = Numbered("Kind", 1, 2);
        inputs = Numbered("Input", 1, 3);
        objects = Numbered("Object", 2, 5);
        interfaces = Numbered("Face", 1, 3);
        unions = Numbered("Either", 1, 2);
    }

    public static string Of(int seed) => new RandomSchema(seed).Write();

    private string[] Numbered(string name, int least, int most) =>
        [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(i => $"{name}{i}")];

    private string Write()
    {
        sdl.Append("scalar Any\n");
        foreach (var name in enums)
            sdl.Append($"enum {name} {{ {string.Join(' ', Names.Take(random.Next(1, 5)).Select(n => n.ToUpperInvariant()))} }}\n");
        foreach (var name in inputs) WriteInput(name, random.OneIn(3));
        foreach (var name in interfaces) WriteInterface(name);
        foreach (var name in objects) WriteObject(name);
        // The sides differ over interfaces that no object implements: section 5.5.2.3.4 lets one be spread into one that it implements.
        foreach (var name in interfaces.Where(i => !objects.Any(o => parents[o].Contains(i))))
        {
            parents[$"Only{name}"] = [.. parents[name], name];
            WriteFields("type", $"Only{name}");
        }
        foreach (var name in unions)
            sdl.Append($"union {name} = {string.Join(" | ", objects.Where(_ => random.OneIn(2)).DefaultIfEmpty(objects[0]))}\n");
        sdl.Append("type Query {");
        // Every composite type can be reached.
        foreach (var name in objects.Concat(interfaces).Concat(unions)) sdl.Append($" {name.ToLowerInvariant()}: {Wrapped(name)}");
        foreach (var name in Names.Take(3)) sdl.Append($" {name}{Arguments()}: {OutputType()}");
        return sdl.Append(" }\n").ToString();
    }

    private void WriteInput(string name, bool isOneOf)
    {
        sdl.Append($"input {name} {(isOneOf ? "@oneOf " : "")}{{");
        foreach (var field in Names.Take(random.Next(2, 5)))
        {
            // One of them ends any nesting.
            if (isOneOf && field == Names[0]) sdl.Append($" {field}: {random.Pick(Scalars)}");
            else if (isOneOf) sdl.Append($" {field}: {Nullable(Wrapped(random.Pick([.. Scalars, .. inputs])))}");
            else if (random.OneIn(3)) sdl.Append($" {field}: {Nullable(Wrapped(random.Pick(inputs)))}");
            else sdl.Append($" {field}: {Defaulted()}");
        }
        sdl.Append(" }\n");
    }

    private void WriteInterface(string name)
    {
        var above = interfaces.TakeWhile(i => i != name).Where(_ => random.OneIn(2)).ToArray();
        parents[name] = Closed(above);
        WriteFields("interface", name);
    }

    private void WriteObject(string name)
    {
        parents[name] = Closed([.. interfaces.Where(_ => random.OneIn(2))]);
        WriteFields("type", name);
    }

    // Who implements an interface implements those that it implements.
    private string[] Closed(string[] direct) => [.. direct.SelectMany(i => parents[i].Append(i)).Distinct()];

    private void WriteFields(string keyword, string name)
    {
        var fields = new Dictionary<string, (string Arguments, string Type)>();
        // Two interfaces may want different things of one field: the later one is then not implemented.
        var kept = new List<string>();
        foreach (var parent in parents[name])
        {
            var wanted = ofInterfaces[parent];
            if (wanted.Any(f => fields.TryGetValue(f.Key, out var known) && known != f.Value)) continue;
            if (parents[parent].Except(kept).Any()) continue;
            kept.Add(parent);
            foreach (var (field, value) in wanted) fields[field] = value;
        }
        parents[name] = [.. kept];
        foreach (var field in Names.Where(_ => !random.OneIn(3)).Append("id")) fields.TryAdd(field, (Arguments(), OutputType()));
        ofInterfaces[name] = fields;
        sdl.Append($"{keyword} {name}{(kept.Count > 0 ? " implements " + string.Join(" & ", kept) : "")} {{");
        foreach (var (field, (arguments, type)) in fields) sdl.Append($" {field}{arguments}: {type}");
        sdl.Append(" }\n");
    }

    private string OutputType() =>
        Wrapped(random.Pick<string>(random.OneIn(2) ? [.. Scalars, .. enums] : [.. objects, .. interfaces, .. unions]));

    private string Arguments()
    {
        var arguments = Names.Where(_ => random.OneIn(4)).Select(name =>
            $"{name}: {(random.OneIn(2) ? Defaulted() : Wrapped(random.Pick([.. Scalars, .. enums, .. inputs])))}").ToArray();
        return arguments.Length == 0 ? "" : $"({string.Join(", ", arguments)})";
    }

    private string Wrapped(string name)
    {
        for (var lists = random.Next(6) switch { 0 or 1 or 2 => 0, 3 or 4 => 1, _ => 2 }; lists > 0; lists--)
            name = $"[{name}{(random.OneIn(3) ? "!" : "")}]";
        return name + (random.OneIn(3) ? "!" : "");
    }

    private static string Nullable(string type) => type.TrimEnd('!');

    /// <summary>A leaf type, with a default as a rule.</summary>
    private string Defaulted() => random.Next(8) switch
    {
        0 => "Int = 3",
        1 => "[Int!]! = [1, 2]",
        2 => "Float! = 1",
        3 => "String = \"x\"",
        4 => "[[ID]] = 7",
        5 => "Boolean = null",
        6 => $"{enums[0]}! = A",
        _ => Nullable(Wrapped(random.Pick([.. Scalars, .. enums]))),
    };
}
