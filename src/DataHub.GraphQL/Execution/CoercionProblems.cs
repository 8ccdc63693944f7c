using System.Globalization;
using System.Text;

namespace DataHub.GraphQL.Execution;

/// <summary>What does not fit in one input value, with the place inside the value. Messages never repeat the value.</summary>
internal sealed class CoercionProblems
{
    /// <summary>For a first try, of which only the outcome matters: keeps nothing and may be shared.</summary>
    public static readonly CoercionProblems Ignored = new() { isIgnored = true };

    private const int Most = 10;
    private bool isIgnored;

    // Made when first needed: nearly all values fit.
    private List<object>? path;
    private List<(string Place, string Problem)>? found;

    public IReadOnlyList<(string Place, string Problem)> Found => found ?? [];

    public bool HasAny => found is not null;

    public string First => Describe(Found[0]);

    public void Enter(string name)
    {
        if (!isIgnored) (path ??= []).Add(name);
    }

    public void Enter(int index)
    {
        if (!isIgnored) (path ??= []).Add(index);
    }

    public void Leave()
    {
        if (!isIgnored) path!.RemoveAt(path.Count - 1);
    }

    /// <summary>Always false, for use as a coercion's result.</summary>
    public bool Add(string problem)
    {
        if (isIgnored) return false;
        found ??= [];
        if (found.Count < Most) found.Add((Place(), problem));
        return false;
    }

    private static string Describe((string Place, string Problem) item) =>
        item.Place.Length == 0 ? item.Problem : $"at \"{item.Place}\": {item.Problem}";

    private string Place()
    {
        var text = new StringBuilder();
        foreach (var segment in path ?? [])
        {
            if (segment is int index) text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else text.Append(text.Length == 0 ? "" : ".").Append(segment);
        }
        return text.ToString();
    }
}
