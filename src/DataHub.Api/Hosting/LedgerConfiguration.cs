using DataHub.Audit;
using DataHub.Planning;

namespace DataHub.Api.Hosting;

/// <summary>Section <c>DataHub:Ledger</c>.</summary>
internal static partial class LedgerConfiguration
{
    /// <summary>The settings. Throws <see cref="StartRefusedException"/> when they would leave looks out where real people are looked at.</summary>
    public static LedgerSettings Read(IConfiguration configuration, string environment, ILogger<Hub> log) =>
        Check(configuration.Read<LedgerSettings>("DataHub:Ledger"), environment, log);

    /// <summary>The same, for settings as they are.</summary>
    public static LedgerSettings Check(LedgerSettings settings, string environment, ILogger log)
    {
        var times = new[] { settings.CheckpointTime, settings.WriteTime };
        if (settings.CheckpointEvery < 1 || settings.MaxWaiting < 1 || times.Any(time => time <= TimeSpan.Zero))
            throw new StartRefusedException("The times and numbers in DataHub:Ledger must be above zero.");
        if (settings.Enabled) return settings;
        if (environment is not ("Development" or "Sandbox"))
            throw new StartRefusedException("DataHub:Ledger:Enabled is false: without the ledger the hub serves in Development and Sandbox only.");
        TellOff(log);
        return settings;
    }

    [LoggerMessage(1, LogLevel.Warning, "The ledger is off (DataHub:Ledger:Enabled is false): nobody will know who looked at what.")]
    private static partial void TellOff(ILogger log);
}
