using System.Collections.Concurrent;
using Spectre.Console;

namespace DataHub.Api.CommandLine;

/// <summary>One bar a step.</summary>
internal sealed class BarBoard(ProgressContext context) : ProgressBoard
{
    private readonly ConcurrentDictionary<string, Lazy<ProgressTask>> bars = new(StringComparer.Ordinal);

    public override void Report(string step, double fraction, string words)
    {
        var bar = bars.GetOrAdd(step, name => new Lazy<ProgressTask>(() => context.AddTask(Markup.Escape(name), maxValue: 1))).Value;
        bar.Description = Markup.Escape($"{step}: {words}");
        bar.Value = fraction;
        if (fraction >= 1) bar.StopTask();
    }
}
