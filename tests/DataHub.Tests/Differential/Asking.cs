using System.Text.Json;
using System.Text.Json.Nodes;
using DataHub.Tests.Differential.Questions;
using DataHub.Tests.Differential.Rows;

namespace DataHub.Tests.Differential;

/// <summary>Puts questions to both sides, with cursors where a question asks on, and with other values where it has variables.</summary>
internal sealed class Asking
{
    private readonly SideBySide sides;

    public Asking(NastyFixture hub)
    {
        sides = new SideBySide(hub);
        View = new NastyWorldView(hub.Hub, sides.Types, hub.World);
    }

    public NastyWorldView View { get; }

    public int Questions { get; private set; }

    /// <summary>Questions that asked on from a cursor.</summary>
    public int Continued { get; private set; }

    /// <summary>Questions with any row in their answer.</summary>
    public int WithRows { get; private set; }

    /// <summary>What was asked of the contract.</summary>
    public Coverage Coverage { get; } = new();

    /// <summary>True when the question can be put at all.</summary>
    public bool IsValid(Question question)
    {
        var (document, variables) = QuestionText.Of(question, new Dictionary<Place, string?>());
        return sides.FaultsAsync(document, variables, question.Caller).GetAwaiter().GetResult() is null;
    }

    /// <summary>Throws with the difference when there is one.</summary>
    public void Require(Question question)
    {
        RequireAsync(question).GetAwaiter().GetResult();
        // What the hub keeps with a document must not bring one caller's rows to another.
        if (Other(question) is { } sameOfAnother) RequireAsync(sameOfAnother).GetAwaiter().GetResult();
        if (question.OtherValues is not { } seed) return;
        var other = new ArgumentMaker(View, question.Caller, new Random(seed));
        RequireAsync(question with { Roots = [.. question.Roots.Select(other.Anew)] }).GetAwaiter().GetResult();
    }

    private Question? Other(Question question)
    {
        var others = QuestionMaker.Callers.Where(caller => caller != question.Caller).Select(caller => question with { Caller = caller }).Where(IsValid).ToList();
        return others.Count == 0 ? null : others[question.Roots.Sum(root => root.Below.Length) % others.Count];
    }

    private async Task RequireAsync(Question question)
    {
        Questions++;
        foreach (var root in question.Roots) Coverage.Add(root);
        var cursors = new Dictionary<Place, string?>(ReferenceEqualityComparer.Instance);
        if (question.Roots.Any(AsksOn))
        {
            var (whole, wholeVariables) = QuestionText.WithCursors(question);
            await RequireAsync(whole, wholeVariables, question);
            foreach (var root in question.Roots) Gather(root, [sides.Answer!.Data], cursors);
            if (cursors.Values.Any(c => c is not null)) Continued++;
        }
        var (document, variables) = QuestionText.Of(question, cursors);
        await RequireAsync(document, variables, question);
        if (sides.Answer!.Json.GetRawText().Contains("[{", StringComparison.Ordinal)) WithRows++;
    }

    private async Task RequireAsync(string document, JsonObject? variables, Question question)
    {
        if (await sides.DifferenceAsync(document, variables, question.Caller) is { } difference)
        {
            var asked = $"asked by {question.Caller.Client}:\n{document}\n{variables?.ToJsonString()}";
            throw new InvalidOperationException($"{difference}\n\n{asked}\n\nseed {Runs.Seed} ({Runs.SeedVariable})");
        }
    }

    private static bool AsksOn(Asked field) => field.From is not null || field.Below.Any(AsksOn);

    // Of the lists at a field's path the first that is long enough gives the cursor.
    private static void Gather(Asked field, List<JsonElement> parents, Dictionary<Place, string?> cursors)
    {
        var objects = parents.Where(p => p.ValueKind == JsonValueKind.Object && p.TryGetProperty(field.Alias, out _));
        var values = objects.SelectMany(p => Each(p.GetProperty(field.Alias))).ToList();
        if (field.From is { } place)
        {
            var lists = values.Select(v => v.GetProperty(QuestionText.CursorKey).EnumerateArray().Select(e => e.GetProperty("cursor").GetString()).ToList());
            if (lists.FirstOrDefault(l => l.Count > 1 || (l.Count > 0 && place.Row % 3 == 0)) is { } list) cursors[place] = list[place.Row % list.Count];
        }
        foreach (var below in field.Below) Gather(below, values, cursors);
    }

    private static IEnumerable<JsonElement> Each(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(Each),
        JsonValueKind.Null => [],
        _ => [value],
    };
}
