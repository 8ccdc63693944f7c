namespace DataHub.Api.CommandLine;

/// <summary>One line for each third of a step, and one at its end.</summary>
internal sealed class LineBoard(TextWriter output) : ProgressBoard
{
    private const int Parts = 3;
    private readonly Dictionary<string, int> shown = new(StringComparer.Ordinal);

    public override void Report(string step, double fraction, string words)
    {
        var part = fraction >= 1 ? Parts : (int)(fraction * Parts);
        lock (shown)
        {
            if (part <= shown.GetValueOrDefault(step)) return;
            shown[step] = part;
            output.WriteLine($"{step}: {words}");
        }
    }
}
