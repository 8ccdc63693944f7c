using Spectre.Console;

namespace DataHub.Api.CommandLine;

/// <summary>Shows how far the steps of a command are: bars on a terminal, a line now and then where the output goes elsewhere.</summary>
internal abstract class ProgressBoard
{
    /// <summary>Shows the board while <paramref name="work"/> runs.</summary>
    public static Task RunAsync(TextWriter output, Func<ProgressBoard, Task> work)
    {
        if (output != Console.Out || Console.IsOutputRedirected) return work(new LineBoard(output));
        return AnsiConsole.Progress()
            .AutoClear(false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new ElapsedTimeColumn())
            .StartAsync(context => work(new BarBoard(context)));
    }

    /// <summary>Says how far a step is, from 0 to 1 (finished), and in words. Safe to call from any thread, and often.</summary>
    public abstract void Report(string step, double fraction, string words);
}
