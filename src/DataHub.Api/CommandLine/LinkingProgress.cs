using System.Globalization;
using DataHub.Linkage.Store;

namespace DataHub.Api.CommandLine;

/// <summary>Shows a pass. How long each stage takes depends on the records; the shares are those of a first pass.</summary>
internal sealed class LinkingProgress(ProgressBoard board) : IProgress<PassProgress>
{
    public void Report(PassProgress value)
    {
        var (fraction, doing) = value.Stage switch
        {
            PassStage.Reading => (0.05, "read"),
            PassStage.Comparing => (0.1, "read, comparing"),
            PassStage.Applying => (0.6, "compared, writing"),
            _ => (1.0, "linked"),
        };
        board.Report("link records", fraction, string.Create(CultureInfo.InvariantCulture, $"{value.Records:N0} records {doing}"));
    }
}
