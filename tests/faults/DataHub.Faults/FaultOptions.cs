using System.Globalization;

namespace DataHub.Faults;

/// <summary>What the runner is told.</summary>
/// <param name="Hub">The hub's program, <c>DataHub.Api.dll</c>.</param>
/// <param name="Rounds">How many faults are made.</param>
/// <param name="Seed">Tells when each comes.</param>
/// <param name="Clients">How many ask at once.</param>
internal sealed record FaultOptions(string Hub, int Rounds, int Seed, int Clients)
{
    public const string Usage = "usage: faults --hub FILE [--rounds N] [--seed S] [--clients N]";

    /// <summary>Null when the words are not understood.</summary>
    public static FaultOptions? Read(IReadOnlyList<string> words)
    {
        var options = new FaultOptions("", 3, 1, 8);
        for (var i = 0; i + 1 < words.Count; i += 2)
        {
            var isNumber = int.TryParse(words[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            switch (words[i])
            {
                case "--hub": options = options with { Hub = words[i + 1] }; break;
                case "--rounds" when isNumber && number > 0: options = options with { Rounds = number }; break;
                case "--clients" when isNumber && number > 0: options = options with { Clients = number }; break;
                case "--seed" when isNumber: options = options with { Seed = number }; break;
                default: return null;
            }
        }
        return words.Count % 2 == 0 && File.Exists(options.Hub) ? options : null;
    }
}
