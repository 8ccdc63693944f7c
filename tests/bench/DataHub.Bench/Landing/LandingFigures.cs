using System.Globalization;

namespace DataHub.Bench.Landing;

/// <summary>What a load took.</summary>
internal sealed record LandingFigures
{
    public int Rows { get; init; }
    public TimeSpan Reading { get; init; }
    public TimeSpan Landing { get; init; }
    public TimeSpan Whole { get; init; }
    public ProcessorTimes Cpu { get; init; } = new(TimeSpan.Zero, TimeSpan.Zero);

    public LandingFigures With(LandingFigures other) => new()
    {
        Rows = Rows + other.Rows,
        Reading = Reading + other.Reading,
        Landing = Landing + other.Landing,
        Whole = Whole + other.Whole,
        Cpu = new ProcessorTimes(Cpu.Hub + other.Cpu.Hub, Cpu.Database + other.Cpu.Database),
    };

    public string Line(string name)
    {
        var landed = Reading + Landing;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"  {name,-16} {Rows,9:N0} {Reading.TotalSeconds,10:0.00} {Landing.TotalSeconds,10:0.00} {Rows / landed.TotalSeconds,9:N0} "
            + $"{(Whole - landed).TotalSeconds,9:0.00} {Cpu.Hub.TotalSeconds,11:0.00} {Cpu.Database.TotalSeconds,11:0.00}");
    }
}
