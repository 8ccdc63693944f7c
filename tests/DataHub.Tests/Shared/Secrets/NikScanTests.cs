using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using DataHub.Access;
using DataHub.Feeds.Loading;
using DataHub.Planning;
using DataHub.Shared.Secrets;
using DataHub.Testing;
using DataHub.Tests.Feeds;

namespace DataHub.Tests.Shared.Secrets;

/// <summary>After everything that a hub does there is no NIK in clear in its tables, its errors and cursors, its log and its figures.</summary>
public sealed class NikScanTests
{
    private const string Woman = "1871014505800001";

    private static readonly string[] Plain = ["oss.csv", "sikp.csv", "pelatihan.csv", "marketplace.csv", "sertifikat.csv"];

    [Theory]
    [InlineData("NIK 1871014505800001.")]
    [InlineData("1871.0145.0580.0001")]
    [InlineData("'1871 0145 0580 0001'")]
    [InlineData("\\x31383731303134353035383030303031")]
    [InlineData("MTg3MTAxNDUwNTgwMDAwMQ==")]
    [InlineData("eHgxODcxMDE0NTA1ODAwMDAx")]
    [InlineData("0001871014505800001")]
    public void The_scan_finds_a_NIK_in_every_form(string text)
    {
        var scan = new NikScan(new HashSet<string> { Woman });
        scan.Look("here", text);
        Assert.Equal(["here"], scan.Found);
    }

    [SharedDataFact]
    public async Task Nothing_the_hub_keeps_or_says_holds_a_NIK_in_clear()
    {
        var known = KnownNiks();
        Assert.True(known.Count > 1000);
        await using var world = await FeedWorld.CreateAsync();
        var scan = new NikScan(known);
        using var figures = Figures(scan);
        foreach (var folder in new[] { "", "dialects" })
            foreach (var file in Plain) await world.Loader.LoadAsync(SharedData.PathOf("feeds-sample", folder, file));
        await LoadDamagedAsync(world, known.First());

        var log = new StringBuilder();
        var hub = HubFactory.Create(new HubParts(
            world.DataSource, world.Protector.Keys, TimeProvider.System, (exception, field) => log.Append(field).AppendLine(exception.ToString())));
        await using (hub) await AskAsync(hub, known.Take(3).ToList(), scan);

        scan.Look("log", log.ToString());
        await scan.LookAsync(world.DataSource);
        Assert.True(scan.Texts > 10_000);
        Assert.Equal([], scan.Found.Distinct());
    }

    private static HashSet<string> KnownNiks()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in Plain.Select(file => SharedData.PathOf("feeds-sample", file)))
        {
            var columns = File.ReadLines(path).First().Split(',', ';');
            foreach (var line in File.ReadLines(path).Skip(1))
                foreach (var number in DataHub.Shared.NikText.Candidates(line.Replace(',', '\n')))
                    if (columns.Any(column => column.Contains("nik", StringComparison.Ordinal)) && DataHub.Shared.NikText.IsIn(number)) known.Add(number);
        }
        return known;
    }

    // NIKs where they do not belong: as another column's value, in a broken row, as the record's key.
    private static async Task LoadDamagedAsync(FeedWorld world, string nik)
    {
        await world.LoadAsync(
            "oss.csv",
            FeedWorld.Oss,
            $"{nik},{nik},Usaha A,Orang A,Perorangan,10792,MIKRO,50000000,Jl. Raya,18.71.01,0812,,2025-01-02,AKTIF",
            $"1871000000901,{nik},Usaha B,Orang B,Perorangan,10792,MIKRO,{nik}x,Jl. Raya,18.71.01,0812,,2025-01-02,AKTIF",
            $"\"1871000000902,{nik},Usaha C");
        await world.LoadAsync(
            "sikp.csv", FeedWorld.Sikp, $"{nik},{nik},Orang A,,Usaha A,002,MIKRO,5000000,1,1,2025-01-02,2027-01-02,18.71");
    }

    private static MeterListener Figures(NikScan scan)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name.StartsWith("DataHub", StringComparison.Ordinal)) self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            scan.Look(instrument.Name, string.Create(CultureInfo.InvariantCulture, $"{value} {string.Join(' ', tags.ToArray())}")));
        listener.Start();
        return listener;
    }

    private static async Task AskAsync(Hub hub, List<string> niks, NikScan scan)
    {
        var nik = niks[0];
        (Caller Caller, string Document)[] asked =
        [
            (Callers.Bank, $$"""{ kurEligibility(input: { nik: "{{nik}}", kind: MIKRO, amount: "50000000" }) { outcome nib rules { id } } }"""),
            (Callers.Bank, $$"""{ kurEligibility(input: { nik: "{{nik}}", kind: MIKRO, amount: "x{{nik}}" }) { outcome } }"""),
            (Callers.Partner, $$"""{ kurEligibility(input: { nik: "{{nik}}", kind: MIKRO, amount: "1" }) { outcome } }"""),
            (Callers.Bank, $$"""{ business(nib: "{{nik}}") { name } }"""),
            (Callers.Bank, $$"""{ businesses(where: { name: { contains: "{{nik}}" } }, first: 2) { edges { cursor } totalCount } }"""),
            (Callers.Bank, $$"""{ node(id: "{{nik}}") { id } }"""),
            (Callers.Bank, $$"""{ businesses(after: "{{nik}}") { totalCount } }"""),
            (Callers.Steward, """{ businesses(first: 20, order: [{ owner: { name: ASC } }]) { edges { cursor node { id owner { id name } } } } }"""),
            (Callers.Steward, """{ quarantine(first: 20) { edges { cursor node { id reason message column } } } feedRuns { nodes { id fileName failure } } }"""),
            (Callers.Steward, $$"""mutation { setKurSetting(input: { name: "{{nik}}", value: "{{nik}}", reason: "{{nik}}" }) { errors { code message } } }"""),
            (Callers.Steward, $$"""mutation { placeLegalHold(input: { retention: "loans", reason: "Perkara {{nik}}" }) { errors { code message } } }"""),
            (Callers.Steward, $$"""mutation { setRetention(input: { name: "loans", months: 120, onErasure: KEEP, ground: "{{nik}}" }) { errors { code message } } }"""),
            (Callers.Owner(1), $$"""mutation { requestCorrection(input: { attribute: "Person.nik", value: "{{nik}}", evidence: "KTP {{nik}}" }) { request { id } errors { code } } }"""),
            (Callers.Owner(1), $$"""mutation { requestCorrection(input: { attribute: "{{nik}}", value: "x" }) { errors { code message field } } }"""),
            (Callers.Owner(1), "{ me { person { id } businesses { id } loans { edges { cursor } } rightsRequests { edges { cursor node { id } } } } }"),
        ];
        foreach (var (caller, document) in asked) scan.Look(document.Replace(nik, "NIK", StringComparison.Ordinal), await AnswerAsync(hub, caller, document));
    }

    private static async Task<string> AnswerAsync(Hub hub, Caller caller, string document)
    {
        await using var request = hub.Open(caller);
        var result = await request.View.Engine.ExecuteAsync(request.View.Engine.Prepare(document), new(), request, CancellationToken.None);
        var text = new System.Buffers.ArrayBufferWriter<byte>();
        result.WriteTo(text);
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }
}
