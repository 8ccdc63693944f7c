using System.Globalization;

using FsCheck;
using FsCheck.Fluent;

namespace DataHub.GraphQL.Tests;

/// <summary>How many cases are made, and from which seed. A failure names its seed; the environment can set both.</summary>
internal static class Runs
{
    public const string SeedVariable = "DATAHUB_FUZZ_SEED";
    public const string FactorVariable = "DATAHUB_FUZZ_FACTOR";

    /// <summary>Decides every case; the same on every run unless set.</summary>
    public static int Seed { get; } = Number(SeedVariable) ?? 20250903;

    /// <summary>The seed of one case: cases of two seeds have nothing in common, also where the seeds are neighbours.</summary>
    public static int SeedOf(int number) => unchecked((Seed * 1_000_003) + number);

    /// <summary>Multiplies the number of cases; 1 unless set.</summary>
    public static int Factor { get; } = Number(FactorVariable) ?? 1;

    /// <summary>For properties that need no other process: many cases where all changes must pass, fewer at a desk.</summary>
    public static Config Config { get; } = Config.QuickThrowOnFailure.WithReplay((ulong)Seed, 1)
        .WithMaxTest(Factor * (Environment.GetEnvironmentVariable("CI") == "true" ? 100_000 : 10_000));

    private static int? Number(string variable)
    {
        var text = Environment.GetEnvironmentVariable(variable);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
