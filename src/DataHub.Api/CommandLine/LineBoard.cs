using System.Globalization;

namespace DataHub.Api.CommandLine;

/// <summary>One line for each third of a step, and one at its end.</summary>
internal sealed class LineBoard(TextWriter output) : ProgressBoard
{
    private const int Parts = 3;
    private readonly Dictionary<string, long> _shown = new(StringComparer.Ordinal);

    public override void Report(string step, long done, long total)
    {
        var part = total <= 0 || done >= total ? Parts : done * Parts / total;
        lock (_shown)
        {
            if (part <= _shown.GetValueOrDefault(step)) return;
            _shown[step] = part;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step}: {done:N0} of {Math.Max(done, total):N0}"));
        }
    }
}
