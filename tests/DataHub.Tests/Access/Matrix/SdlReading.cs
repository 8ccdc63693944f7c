using System.Text.RegularExpressions;

namespace DataHub.Tests.Access.Matrix;

/// <summary>
/// The contract's text read for who sees what, line by line, with nothing of the hub's own reading: types, fields, and the directives behind
/// them. Knows the text as this repository writes it.
/// </summary>
internal sealed partial class SdlReading
{
    private readonly Dictionary<string, List<Line>> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Policy?> rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> implementers = new(StringComparer.Ordinal);

    private sealed record Policy(string[] Scopes, string[] Purposes);

    private sealed record Line(string Name, string Type, Policy? Own, (string Form, string[] Full)? Form);

    public SdlReading(IEnumerable<string> texts)
    {
        foreach (var text in texts)
            foreach (Match block in Block().Matches(text)) Add(block);
    }

    /// <summary>Coordinates of all fields of objects and interfaces.</summary>
    public IEnumerable<string> Coordinates => types.SelectMany(type => type.Value.Select(line => $"{type.Key}.{line.Name}"));

    /// <summary>What holders of the scopes see for the purpose: "yes" or a form, by coordinate; what is not there is not among them.</summary>
    public Dictionary<string, string> Seen(IReadOnlySet<string> scopes, string purpose)
    {
        bool Holds(Policy? policy) => policy is null || (policy.Purposes.Contains(purpose) && policy.Scopes.Any(scopes.Contains));
        string Form(Line field) => field.Form is { } form && !form.Full.Any(scopes.Contains) ? form.Form : "yes";
        var open = types.ToDictionary(
            type => type.Key,
            type => type.Value.Where(f => Holds(f.Own ?? rules.GetValueOrDefault(type.Key)) && !IsClosedFigure(type.Key, f)).ToList());
        while (Close(open))
        {
            // What was closed may have been the last way to something else.
        }
        var reached = Reached(open);
        return reached.SelectMany(type => open[type].Select(field => ($"{type}.{field.Name}", Form(field)))).ToDictionary();

        bool IsClosedFigure(string type, Line figure)
        {
            if (!type.EndsWith("Connection", StringComparison.Ordinal) || !Figure().IsMatch(figure.Name)) return false;
            var rows = types[type].Single(f => f.Name == "nodes").Type;
            var told = types[rows].Single(f => f.Name == char.ToLowerInvariant(figure.Name[3]) + figure.Name[4..]);
            return Form(figure) != "yes" || Form(told) != "yes" || !Holds(told.Own ?? rules.GetValueOrDefault(rows));
        }
    }

    private bool Close(Dictionary<string, List<Line>> open)
    {
        bool IsThere(string type)
        {
            if (implementers.TryGetValue(type, out var some)) return some.Any(s => IsThere(s) && open[s].Any(f => f.Name == "id"));
            if (!open.TryGetValue(type, out var fields)) return true;
            var needs = type.EndsWith("Connection", StringComparison.Ordinal) ? "nodes" : type.EndsWith("Edge", StringComparison.Ordinal) ? "node" : null;
            return fields.Count > 0 && (needs is null || fields.Any(f => f.Name == needs));
        }
        return open.Values.Sum(fields => fields.RemoveAll(f => !IsThere(f.Type))) > 0;
    }

    private HashSet<string> Reached(Dictionary<string, List<Line>> open)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(["Query", "Mutation", "Subscription"]);
        while (next.TryDequeue(out var type))
        {
            if (!open.TryGetValue(type, out var fields) || !reached.Add(type)) continue;
            foreach (var field in fields) next.Enqueue(field.Type);
            foreach (var below in implementers.GetValueOrDefault(type) ?? [])
                if (open[below].Any(f => f.Name == "id")) next.Enqueue(below);
        }
        // An interface is there with the types that have it, also where no field gives it.
        foreach (var (name, below) in implementers)
            if (below.Any(type => reached.Contains(type) && open[type].Any(f => f.Name == "id"))) reached.Add(name);
        return reached;
    }

    private void Add(Match block)
    {
        var (kind, name, header) = (block.Groups["kind"].Value, block.Groups["name"].Value, block.Groups["header"].Value);
        if (kind is not ("type" or "interface")) return;
        types.TryAdd(name, []);
        rules[name] = rules.GetValueOrDefault(name) ?? PolicyIn(header);
        if (kind == "interface") implementers.TryAdd(name, []);
        if (header.Contains("implements Node", StringComparison.Ordinal)) implementers["Node"] = [.. implementers.GetValueOrDefault("Node") ?? [], name];
        foreach (Match field in Field().Matches(block.Groups["body"].Value))
            types[name].Add(new Line(
                field.Groups["name"].Value, field.Groups["type"].Value, PolicyIn(field.Groups["rest"].Value), FormIn(field.Groups["rest"].Value)));
    }

    private static Policy? PolicyIn(string text) =>
        Access().Match(text) is { Success: true } found ? new Policy(Words(found.Groups[1].Value), Words(found.Groups[2].Value)) : null;

    private static (string, string[])? FormIn(string text) => FullIn().Match(text) is { Success: true } found
        ? (Redact().Match(text) is { Success: true } redact ? redact.Groups[1].Value : "HIDE", Words(found.Groups[1].Value))
        : null;

    private static string[] Words(string list) => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"^(?:extend )?(?<kind>type|interface) (?<name>\w+)(?<header>[^{\n]*)\{\n(?<body>.*?)^\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^  (?<name>\w+)(?:\(\n.*?^  \))?: \[?(?<type>\w+)[\]!]*(?<rest>[^\n]*)$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Field();

    [GeneratedRegex(@"@access\(scopes: \[([^\]]*)\], purposes: \[([^\]]*)\]")]
    public static partial Regex Access();

    [GeneratedRegex(@"@sensitive\([^)]*full: \[([^\]]*)\]")]
    private static partial Regex FullIn();

    [GeneratedRegex(@"@sensitive\([^)]*redact: (\w+)")]
    private static partial Regex Redact();

    [GeneratedRegex("^(sum|min|max)[A-Z]")]
    private static partial Regex Figure();
}
