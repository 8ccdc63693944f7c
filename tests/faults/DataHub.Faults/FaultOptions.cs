using System.Globalization;

namespace DataHub.Faults;

/// <summary>What the runner is told.</summary>
/// <param name="Hub">The hub's program, <c>DataHub.Api.dll</c>.</param>
/// <param name="Rounds">How many faults are made of a kind; null: as many as are usual for it.</param>
/// <param name="Seed">Tells when each comes.</param>
internal sealed record FaultOptions(string Hub, int? Rounds, int Seed)
{
    public const string Usage = "usage: faults --hub FILE [--kind serving|loading] [--rounds N] [--seed S] [--businesses N] [--clients N]";

    /// <summary>Null: both.</summary>
    public FaultKind? Kind { get; init; }

    /// <summary>So many businesses do the loaded files tell of.</summary>
    public int Businesses { get; init; } = 1000;

    /// <summary>How many ask at once while the hub serves.</summary>
    public int Clients { get; init; } = 8;

    /// <summary>Null when the words are not understood.</summary>
    public static FaultOptions? Read(IReadOnlyList<string> words)
    {
        var options = new FaultOptions("", null, 1);
        for (var i = 0; i + 1 < words.Count; i += 2)
        {
            var isNumber = int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            switch (words[i])
            {
                case "--hub": options = options with { Hub = words[i + 1] }; break;
                case "--kind" when words[i + 1] == "serving": options = options with { Kind = FaultKind.Serving }; break;
                case "--kind" when words[i + 1] == "loading": options = options with { Kind = FaultKind.Loading }; break;
                case "--businesses" when isNumber && number > 0: options = options with { Businesses = number }; break;
                case "--rounds" when isNumber && number > 0: options = options with { Rounds = number }; break;
                case "--clients" when isNumber && number > 0: options = options with { Clients = number }; break;
                case "--seed" when isNumber: options = options with { Seed = number }; break;
                default: return null;
            }
        }
        return words.Count % 2 == 0 && File.Exists(options.Hub) ? options : null;
    }
}
