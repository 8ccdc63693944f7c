using System.Diagnostics;
using System.Globalization;

namespace DataHub.Bench.Engine;

/// <summary>
/// Time and allocation of something that runs on the calling thread: the fastest of many short series, warm; other work on the machine
/// disturbs only the slower ones.
/// </summary>
internal sealed record Measurement(string Name, double Microseconds, long Bytes)
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);
    private const int Series = 400;
    private const double MillisecondsOfSeries = 1;

    public static Measurement Of(string name, Action work)
    {
        var runs = Warm(work);
        var times = new double[Series];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Series; i++)
        {
            var start = Stopwatch.GetTimestamp();
            for (var run = 0; run < runs; run++) work();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / runs;
        }
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / ((long)Series * runs);
        return new Measurement(name, times.Min(), bytes);
    }

    /// <summary>Milliseconds of the fastest of a few runs.</summary>
    public static string Of(Action work, int runs)
    {
        var times = new double[runs];
        for (var i = 0; i < runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }
        return string.Create(CultureInfo.InvariantCulture, $"{times.Min(),8:0.00} ms");
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"  {Name,-46} {Microseconds,12:0.00} µs {Bytes,12:#,0} B");

    // Long enough for the tiered compiler to be done; gives the number of runs that fill a series.
    private static int Warm(Action work)
    {
        var runs = 0;
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < WarmUp)
        {
            work();
            runs++;
        }
        return Math.Max(1, (int)(runs * MillisecondsOfSeries / WarmUp.TotalMilliseconds));
    }
}
