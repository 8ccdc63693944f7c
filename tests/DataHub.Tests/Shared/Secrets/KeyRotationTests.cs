using System.Globalization;
using DataHub.Feeds;
using DataHub.Feeds.Loading;
using DataHub.Planning;
using DataHub.Shared.Secrets;
using DataHub.Shared.Secrets.Rotation;
using DataHub.Testing;
using DataHub.Tests.Feeds;
using Npgsql;

namespace DataHub.Tests.Shared.Secrets;

/// <summary>A loaded hub whose keys are exchanged; each "process" has its own reading of one key file.</summary>
public sealed class KeyRotationTests : IAsyncLifetime, IDisposable
{
    private const int People = 60;

    private static readonly KeyRotationSettings Quick = new() { BatchRows = 7, Grace = TimeSpan.Zero, HolderTime = TimeSpan.FromSeconds(1) };

    private static readonly KeyUse[] Both = [KeyUse.Hash, KeyUse.Encryption];

    private readonly TemporaryFolder folder = new();
    private TestDatabase database = null!;

    private string KeyPath => folder.Of("hub.keys");

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        var rows = Enumerable.Range(1, People).Select(Row);
        // A row that cannot be read, and one without a key of its own.
        File.WriteAllLines(folder.Of("oss.csv"), [FeedWorld.Oss, .. rows, Row(900).Replace("50000000", "banyak", StringComparison.Ordinal), "1.87E+15," + Row(901)[14..]]);
        await LoadAsync(HubKeys.LoadOrCreate(KeyPath));
    }

    public async Task DisposeAsync() => await database.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Everybody_is_found_by_nik_all_the_while_and_nothing_needs_the_former_keys_in_the_end()
    {
        var serving = HubKeys.LoadOrCreate(KeyPath);
        await using var watch = await KeyWatch.StartAsync(database.DataSource, serving, TimeProvider.System, _ => { }, CancellationToken.None);
        await using var hub = HubFactory.Create(new HubParts(database.DataSource, serving, TimeProvider.System, (_, _) => { }));
        using var stop = new CancellationTokenSource();
        var asked = AskOnAsync(hub, stop.Token);

        var result = await Rotation(Quick with { HolderTime = TimeSpan.FromSeconds(30) }).RotateAsync(Both, null, CancellationToken.None);
        await stop.CancelAsync();

        Assert.Equal(["hash-1", "encryption-1"], result.Retired.Select(key => key.Name));
        Assert.Empty(result.Kept);
        var (answers, missed) = await asked;
        Assert.True(answers > 0);
        Assert.Equal(0, missed);
        Assert.Equal(People + 1, await ValueAsync("select count(*) from registry.person where keys.of_hash(nik_hash) = 2 and keys.of_cipher(nik_cipher) = 2"));
        Assert.Equal(0, await ValueAsync("select count(*) from linkage.record_key where keys.of_hash(nik_hash) <> 2"));
        Assert.Equal(0, await ValueAsync("select count(*) from feeds.quarantine where keys.of_hash(content_hash) <> 2 or keys.of_cipher(payload) <> 2"));
        serving.Refresh();
        Assert.True(await KnowsAsync(hub, Nik(3)));
    }

    [Fact]
    public async Task The_same_file_after_the_exchange_changes_nothing_and_makes_nobody_twice()
    {
        var people = await ValueAsync("select count(*) from registry.person");
        await Rotation(Quick).RotateAsync(Both, null, CancellationToken.None);

        var run = await LoadAsync(HubKeys.LoadOrCreate(KeyPath));

        Assert.Equal((0, 0), (run.Created, run.Changed));
        Assert.Equal(People + 1, run.Unchanged);
        Assert.Equal(people, await ValueAsync("select count(*) from registry.person"));
        Assert.Equal(1, await ValueAsync("select count(*) from (select distinct content_hash from feeds.quarantine) q"));
    }

    [Fact]
    public async Task What_was_broken_off_is_gone_on_with_and_adds_no_further_key()
    {
        using var broken = new CancellationTokenSource();
        var steps = 0;
        var breaking = new Reports(_ => { if (++steps == 6) broken.Cancel(); });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Rotation(Quick).RotateAsync(Both, breaking, broken.Token));
        var mixed = await ValueAsync("select count(distinct keys.of_hash(nik_hash)) from registry.person");

        var refused = await Assert.ThrowsAsync<FeedRefusedException>(() => LoadAsync(HubKeys.LoadOrCreate(KeyPath)));
        var result = await Rotation(Quick).RotateAsync(Both, null, CancellationToken.None);

        Assert.True(mixed > 1);
        Assert.Contains("keys rotate", refused.Message, StringComparison.Ordinal);
        Assert.Empty(result.Added);
        Assert.Equal(["hash-1", "encryption-1"], result.Retired.Select(key => key.Name));
        Assert.Equal(["hash-2", "encryption-2"], HubKeys.LoadOrCreate(KeyPath).All.Where(key => key.RetiredAt is null).Select(key => key.Name));
    }

    [Fact]
    public async Task Nothing_is_rewritten_while_a_running_hub_does_not_know_the_new_key()
    {
        await KeyHolders.TellAsync(database.DataSource, Guid.NewGuid(), HubKeys.LoadOrCreate(KeyPath), CancellationToken.None);

        var failure = await Assert.ThrowsAsync<KeyRotationException>(() => Rotation(Quick).RotateAsync(Both, null, CancellationToken.None));

        Assert.StartsWith("1 running hubs", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, await ValueAsync("select count(*) from registry.person where keys.of_hash(nik_hash) <> 1"));
    }

    [Fact]
    public async Task A_key_that_a_damaged_value_needs_is_kept()
    {
        await RunAsync("update feeds.quarantine set payload = set_byte(payload, 40, 255 - get_byte(payload, 40))");

        var result = await Rotation(Quick).RotateAsync([KeyUse.Encryption], null, CancellationToken.None);

        Assert.Equal("encryption-1", Assert.Single(result.Kept).Key.Name);
        Assert.Empty(result.Retired);
    }

    private static string Nik(int n) => string.Create(CultureInfo.InvariantCulture, $"187101010190{n:0000}");

    private static string Row(int n) => string.Create(
        CultureInfo.InvariantCulture,
        $"{1871000000000 + n},{Nik(n)},Usaha {n},Orang {n},Perorangan,10792,MIKRO,50000000,Jl. Raya,18.71.01,0812345678{n:000},,2025-01-02,AKTIF");

    private static async Task<bool> KnowsAsync(Hub hub, string nik)
    {
        await using var connection = await hub.DataSource.OpenConnectionAsync();
        await using var command = new NpgsqlCommand("select count(*) from registry.person where nik_hash = any($1)", connection);
        command.Parameters.Add(new() { Value = hub.Protector.Hashes(nik) });
        return await command.ExecuteScalarAsync() is 1L;
    }

    private static async Task<(int Answers, int Missed)> AskOnAsync(Hub hub, CancellationToken stop)
    {
        var (answers, missed) = (0, 0);
        while (!stop.IsCancellationRequested)
        {
            await using var request = hub.Open(Callers.Bank);
            var document = request.View.Engine.Prepare(
                $$"""{ kurEligibility(input: { nik: "{{Nik(1 + (answers % People))}}", kind: MIKRO, amount: "50000000" }) { nib outcome } }""");
            var result = await request.View.Engine.ExecuteAsync(document, new(), request, CancellationToken.None);
            var text = new System.Buffers.ArrayBufferWriter<byte>();
            result.WriteTo(text);
            if (!System.Text.Encoding.UTF8.GetString(text.WrittenSpan).Contains("\"nib\":\"1871", StringComparison.Ordinal)) missed++;
            answers++;
        }
        return (answers, missed);
    }

    private KeyRotation Rotation(KeyRotationSettings settings) =>
        new(database.DataSource, HubKeys.LoadOrCreate(KeyPath), TimeProvider.System, settings);

    private async Task<FeedRunResult> LoadAsync(HubKeys keys) =>
        await new FeedLoader(database.DataSource, new Protector(keys), TimeProvider.System).LoadAsync(folder.Of("oss.csv"));

    private async Task<long> ValueAsync(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    private async Task RunAsync(string sql)
    {
        await using var command = database.DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Reports(Action<KeyRotationProgress> report) : IProgress<KeyRotationProgress>
    {
        public void Report(KeyRotationProgress value) => report(value);
    }
}
