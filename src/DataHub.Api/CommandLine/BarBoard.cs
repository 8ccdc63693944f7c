using System.Collections.Concurrent;
using Spectre.Console;

namespace DataHub.Api.CommandLine;

/// <summary>One bar a step.</summary>
internal sealed class BarBoard(ProgressContext context) : ProgressBoard
{
    private readonly ConcurrentDictionary<string, Lazy<ProgressTask>> _bars = new(StringComparer.Ordinal);

    public override void Report(string step, long done, long total)
    {
        var bar = _bars.GetOrAdd(step, name => new Lazy<ProgressTask>(() => context.AddTask(Markup.Escape(name)))).Value;
        bar.MaxValue = Math.Max(total, 1);
        bar.Value = total == 0 ? 1 : Math.Min(done, total);
        if (done >= total) bar.StopTask();
    }
}
