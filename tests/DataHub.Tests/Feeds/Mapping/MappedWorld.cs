using System.Text.Json;
using DataHub.Feeds.Loading;
using DataHub.Feeds.Mapping;
using DataHub.Feeds.Mapping.Proposing;

namespace DataHub.Tests.Feeds.Mapping;

/// <summary>Proposing and loading in a test's own hub.</summary>
internal static class MappedWorld
{
    public static async Task<MappingProposal> ProposeAsync(this FeedWorld world, string path, ProposalWish? wish = null) =>
        await new MappingProposer(await ReferenceFacts.ReadAsync(world.DataSource, default)).ProposeAsync(path, wish ?? new(), default);

    /// <summary>Proposes, writes the proposal, reads it back as a person's file would be, and loads by it.</summary>
    public static async Task<MappedRunResult> LoadAsProposedAsync(this FeedWorld world, string path, ProposalWish? wish = null)
    {
        var mapping = MappingFile.Parse(ProposalWriter.Write(await world.ProposeAsync(path, wish)));
        return await world.Loader.LoadMappedAsync(path, mapping);
    }

    /// <summary>Current records of the list feed, as landed, in the order of their lines.</summary>
    public static async Task<List<Dictionary<string, string>>> RecordsAsync(this FeedWorld world, string feed = "DAFTAR")
    {
        await using var command = world.DataSource.CreateCommand(
            $"select payload from feeds.source_record where feed = '{feed}' and is_current order by line");
        await using var rows = await command.ExecuteReaderAsync();
        var records = new List<Dictionary<string, string>>();
        while (await rows.ReadAsync())
            records.Add(JsonSerializer.Deserialize<Dictionary<string,
                string>>(world.Protector.DecryptText(rows.GetFieldValue<byte[]>(0)))!);
        return records;
    }

    /// <summary>Field from column, as a proposal has them.</summary>
    public static string Pairs(this MappingProposal proposal) =>
        string.Join(" ", proposal.Columns.Select(column => $"{column.Column.To}={string.Join('+', column.Column.From)}"));
}
