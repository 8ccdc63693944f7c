using System.Globalization;

namespace DataHub.Linkage.Bench;

/// <summary>Options of the form <c>--name value</c>.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> values = [];

    public Arguments(ReadOnlySpan<string> args)
    {
        for (var at = 0; at < args.Length; at += 2)
        {
            if (!args[at].StartsWith("--", StringComparison.Ordinal) || at + 1 == args.Length)
                throw new ArgumentException($"'{args[at]}' is not an option with a value.");
            values[args[at][2..]] = args[at + 1];
        }
    }

    public string? Find(string name) => values.GetValueOrDefault(name);

    public string Text(string name) => Find(name) ?? throw new ArgumentException($"--{name} is missing.");

    public int Whole(string name, int otherwise) => Find(name) is not { } text ? otherwise
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ArgumentException($"--{name} is not a whole number.");

    public double Number(string name, double otherwise) => Find(name) is not { } text ? otherwise
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
        : throw new ArgumentException($"--{name} is not a number.");
}
