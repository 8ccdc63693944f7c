using System.Globalization;

namespace DataHub.Bench.Landing;

/// <summary>What a load took up to a moment.</summary>
internal sealed record LandingFigures(TimeSpan Time, ProcessorTimes Cpu)
{
    public string Line(int rows) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Time.TotalSeconds,7:0.00} s  {rows / Time.TotalSeconds,9:N0} rows/s  processor: hub {Cpu.Hub.TotalSeconds,6:0.00} s, "
        + $"PostgreSQL {Cpu.Database.TotalSeconds,6:0.00} s; a row: {Cpu.Hub.TotalMicroseconds / rows:0.0} and "
        + $"{Cpu.Database.TotalMicroseconds / rows:0.0} µs");
}
