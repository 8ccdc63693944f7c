using System.Globalization;
using DataHub.Demonstration;
using DataHub.Feeds;
using DataHub.Feeds.Loading;
using Npgsql;

namespace DataHub.Api.CommandLine;

/// <summary>Fills a hub at its first start, by the same way a province's feeds would come.</summary>
internal sealed class DemoData(NpgsqlDataSource database, FeedLoader loader, string dataDirectory)
{
    private readonly FirstStart firstStart = new(dataDirectory);

    /// <summary>Writes the feeds into the folder the options name, and shows how far they are.</summary>
    public static Task GenerateAsync(DemoOptions options, ProgressBoard board, CancellationToken cancellationToken) =>
        Task.Run(() => DemoGenerator.Generate(options, new GenerationProgress(board), cancellationToken), cancellationToken);

    /// <summary>
    /// Generates and loads the demonstration's feeds when the hub is new; takes up a first start that was interrupted. A hub that holds
    /// anything else is left alone.
    /// </summary>
    public async Task LoadOnceAsync(int businesses, TextWriter output, CancellationToken cancellationToken)
    {
        var earlier = firstStart.Read();
        if (earlier is not { IsDone: false })
        {
            if (earlier is { Businesses: 0 } || await HasFeedsAsync(cancellationToken)) return;
            earlier = new FirstStart.State(businesses, IsDone: businesses == 0);
            firstStart.Write(earlier);
            if (earlier.IsDone) return;
        }

        var folder = Path.Combine(dataDirectory, "demonstration");
        await ProgressBoard.RunAsync(output, async board =>
        {
            var options = new DemoOptions { OutputDirectory = folder, Businesses = earlier.Businesses };
            await GenerateAsync(options, board, cancellationToken);
            var files = DemoGenerator.Files.Select(file => Path.Combine(folder, file));
            loader.LinkingProgress = new LinkingProgress(board);
            var results = await loader.LoadFilesAsync(files, new LoadProgress(board), cancel: cancellationToken);
            if (results.FirstOrDefault(result => result.Refusal is not null) is { } refused)
                throw new FeedRefusedException($"{refused.FileName}: {refused.Refusal}");
        });
        firstStart.Write(earlier with { IsDone = true });
        Directory.Delete(folder, recursive: true);
    }

    private async Task<bool> HasFeedsAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select exists (select from feeds.feed_run)");
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    // Progress<T> would report from the thread pool, out of order.
    private sealed class GenerationProgress(ProgressBoard board) : IProgress<DemoProgress>
    {
        public void Report(DemoProgress value) => board.Report(
            $"generate {value.File}",
            value.RowsTotal == 0 ? 1 : (double)value.RowsWritten / value.RowsTotal,
            string.Create(CultureInfo.InvariantCulture, $"{value.RowsWritten:N0} rows"));
    }
}
