using System.Globalization;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>How many cases are made, and from which seed. A failure names its seed; the environment can set both.</summary>
internal static class Runs
{
    public const string SeedVariable = "DATAHUB_FUZZ_SEED";
    public const string FactorVariable = "DATAHUB_FUZZ_FACTOR";

    /// <summary>Decides every case; the same on every run unless set.</summary>
    public static int Seed { get; } = Number(SeedVariable) ?? 20250903;

    /// <summary>Multiplies the number of cases; 1 unless set.</summary>
    public static int Factor { get; } = Number(FactorVariable) ?? 1;

    /// <summary>Cases of a property that needs no other process: many where all changes must pass, fewer at a desk.</summary>
    public static int Properties => Factor * (Environment.GetEnvironmentVariable("CI") == "true" ? 100_000 : 10_000);

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
