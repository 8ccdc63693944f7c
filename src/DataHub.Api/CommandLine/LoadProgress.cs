using System.Globalization;
using DataHub.Feeds.Loading;

namespace DataHub.Api.CommandLine;

/// <summary>Shows a load. Reading is about half of it; how long publishing takes, PostgreSQL does not say.</summary>
internal sealed class LoadProgress(ProgressBoard board) : IProgress<FeedProgress>
{
    private const double ShareOfReading = 0.5;

    public void Report(FeedProgress value)
    {
        var read = value.BytesTotal == 0 ? 1 : (double)value.BytesRead / value.BytesTotal;
        var (fraction, doing) = value.Stage switch
        {
            FeedStage.Reading => (read * ShareOfReading, "read"),
            FeedStage.Publishing => (ShareOfReading, "read, publishing"),
            FeedStage.Linking => (1.0, "published, linking"),
            _ => (1.0, "published"),
        };
        board.Report($"load {value.FileName}", fraction, string.Create(CultureInfo.InvariantCulture, $"{value.Rows:N0} rows {doing}"));
    }
}
