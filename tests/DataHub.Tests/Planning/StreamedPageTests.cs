using System.Text.Json;

namespace DataHub.Tests.Planning;

/// <summary>Pages of 10,000 rows out of a real database, written while they are read.</summary>
public sealed class StreamedPageTests(ManyBusinesses hub) : IClassFixture<ManyBusinesses>
{
    [Theory]
    [InlineData("{ businesses(first: 10000) { nodes { id name } } }")]
    [InlineData("{ businesses(first: 501) { pageInfo { hasNextPage endCursor startCursor hasPreviousPage } nodes { id } totalCount } }")]
    [InlineData("{ businesses(last: 1700, order: [{ name: DESC }]) { edges { cursor node { id name registeredOn } } pageInfo { hasPreviousPage startCursor endCursor } } }")]
    [InlineData("{ businesses(first: 3000, order: [{ registeredOn: ASC }, { name: DESC }], where: { name: { contains: \"7\" } }) { totalCount nodes { name registeredOn } } }")]
    [InlineData("{ businesses(first: 1200) { nodes { id regency { name } owner { name } loans(first: 3) { nodes { plafon } totalCount } licences { nib isCurrent } products(first: 2) { nodes { name listings { nodes { price } } } } } } }")]
    [InlineData("{ a: businesses(first: 700) { nodes { nib } } b: businesses(last: 900) { edges { node { ...B } } } business(nib: \"0000000000002\") { name products(first: 3) { nodes { name } } } } fragment B on Business { __typename id name }")]
    public async Task A_streamed_page_has_the_bytes_of_the_page_read_at_once(string document)
    {
        var whole = await hub.SendAsync(document, mayStream: false);
        var streamed = await hub.SendAsync(document, mayStream: true);
        Assert.True(streamed.IsStreamed);
        Assert.DoesNotContain("\"errors\"", whole.Text, StringComparison.Ordinal);
        // What is left in the budget depends on the moment.
        Assert.Equal(whole.Text[..whole.Text.LastIndexOf("\"remaining\"", StringComparison.Ordinal)], streamed.Text[..streamed.Text.LastIndexOf("\"remaining\"", StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData("{ businesses(first: 500) { nodes { id } } }")]
    [InlineData("{ businesses(first: 10000) { nodes { id } edges { cursor } } }")]
    [InlineData("{ businesses(first: 10000) { totalCount pageInfo { endCursor } } }")]
    [InlineData("{ businesses(first: 10000, where: { nib: { eq: \"0000000000002\" } }) { nodes { id } } }")]
    [InlineData("{ trainingProgrammes(first: 10000) { nodes { name } } }")]
    public async Task Small_pages_and_pages_asked_for_twice_are_not_streamed(string document) => Assert.False((await hub.SendAsync(document, mayStream: true)).IsStreamed);

    [Fact]
    public async Task A_host_that_goes_on_elsewhere_and_later_gets_the_same_answer()
    {
        const string Document = "{ businesses(first: 1700) { totalCount nodes { id loans(first: 2) { nodes { plafon } } } } }";
        var whole = await hub.SendAsync(Document, mayStream: false);
        var streamed = await LateContext.RunAsync(() => hub.SendAsync(Document, mayStream: true));
        Assert.True(streamed.IsStreamed);
        Assert.Equal(DataOf(whole.Text), DataOf(streamed.Text));
        Assert.DoesNotContain("\"errors\"", streamed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_changes_while_the_answer_is_written_is_not_in_it()
    {
        await hub.RunAsync("insert into registry.business (origin_feed, origin_key, name) values ('OSS', 'once', 'Muncul Sekali')");
        const string Document = "{ businesses(last: 2000) { nodes { id name } pageInfo { endCursor } } }";
        var before = await hub.SendAsync(Document, mayStream: false);
        var streamed = await hub.SendAsync(Document, mayStream: true, afterFlush: flush => flush == 2
            ? hub.RunAsync("update registry.business set name = 'Berganti' where name = 'Muncul Sekali'; insert into registry.business (origin_feed, origin_key, name) values ('OSS', 'new', 'Baru')")
            : Task.CompletedTask);
        Assert.Equal(DataOf(before.Text), DataOf(streamed.Text));
        var after = await hub.SendAsync(Document, mayStream: false);
        Assert.Contains("Berganti", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_lost_in_the_middle_gives_json_with_whole_rows_and_the_reason()
    {
        var pid = 0;
        var streamed = await hub.SendAsync("{ businesses(first: 5000) { nodes { id loans { totalCount } } totalCount } }", mayStream: true, afterFlush: async flush =>
        {
            if (flush == 3) pid = await KillReadersAsync();
        });
        Assert.NotEqual(0, pid);
        using var json = JsonDocument.Parse(streamed.Text);
        var businesses = json.RootElement.GetProperty("data").GetProperty("businesses");
        Assert.Equal(1500, businesses.GetProperty("nodes").GetArrayLength());
        Assert.InRange(businesses.GetProperty("totalCount").GetInt32(), ManyBusinesses.Count, 2 * ManyBusinesses.Count);
        var error = Assert.Single(json.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal("DATABASE_UNAVAILABLE", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("""["businesses","nodes",1500]""", error.GetProperty("path").GetRawText());
        Assert.InRange(json.RootElement.GetProperty("extensions").GetProperty("cost").GetProperty("actual").GetDouble(), 3000, 8000);
    }

    [Fact]
    public async Task A_client_that_hangs_up_ends_the_reading_and_frees_the_connection()
    {
        using var client = new CancellationTokenSource();
        var statements = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hub.SendAsync(
            "{ businesses(first: 10000) { nodes { id name } } }", mayStream: true, cancellation: client.Token, afterFlush: flush =>
            {
                if (flush == 2) client.Cancel();
                return Task.CompletedTask;
            },
            onSent: request => statements = request.Session.Sent.Count));
        // The keys and two or three chunks of twenty.
        Assert.InRange(statements, 2, 4);
    }

    private async Task<int> KillReadersAsync()
    {
        await using var command = hub.DataSource.CreateCommand(
            "select coalesce(max(pid), 0), bool_or(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and state = 'idle in transaction'");
        return (int)(await command.ExecuteScalarAsync())!;
    }

    private static string DataOf(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.GetProperty("data").GetRawText();
    }
}
