using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace DataHub.Tests.Differential;

/// <summary>How many questions are asked, and from which seed. A failure names the seed; the environment can set both.</summary>
internal static class Runs
{
    public const string SeedVariable = "DATAHUB_FUZZ_SEED";
    public const string FactorVariable = "DATAHUB_FUZZ_FACTOR";

    /// <summary>Decides every question; the same on every run unless set.</summary>
    public static int Seed { get; } = Number(SeedVariable) ?? 20261122;

    /// <summary>Multiplies the number of questions; 1 unless set.</summary>
    public static int Factor { get; } = Number(FactorVariable) ?? 1;

    /// <summary>True where all changes must pass.</summary>
    public static bool AreMany { get; } = Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Fewer at a desk, many where all changes must pass.</summary>
    public static Config Config(int few, int many) => FsCheck.Config.QuickThrowOnFailure.WithReplay((ulong)Seed, 1)
        .WithMaxTest(Factor * (AreMany ? many : few));

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
