using DataHub.Bench.Comparison.Figures;
using DataHub.Bench.Comparison.Servers;

namespace DataHub.Bench.Comparison;

/// <summary>One run: answers compared, everybody warmed up, then measured in turns.</summary>
internal sealed class ComparisonRun(BenchOptions options, BenchDatabase database, IReadOnlyList<MeasuredServer> servers)
{
    private const int FullPage = 500, SmallPage = 100;
    // Compiling and planning settle within some hundred requests.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    // The hub's connections of a kind of consumers are closed while others ask for twenty seconds: opening them, and preparing on them what
    // had been prepared, is no cost of a request.
    private static readonly TimeSpan Refresh = TimeSpan.FromSeconds(0.7);
    private readonly Dictionary<(string System, string Query), IReadOnlyList<byte[]>> requests = [];
    private readonly Results results = new();
    private int pageSize = FullPage;

    /// <summary>Connections of the figures that count.</summary>
    private int Main => options.Connections.Contains(8) ? 8 : options.Connections[0];

    public async Task<string> RunAsync(CancellationToken cancellation)
    {
        var queries = await PrepareAsync();
        var measurement = new Measurement(await database.CpuAsync());
        Progress.Say("Warming up …");
        await EachAsync(queries, 0, async (server, query) =>
            await measurement.RunAsync(server, Requests(server, query), ConnectionsOf(query, Main), WarmUp), cancellation);
        for (var round = 0; round < options.Rounds; round++)
        {
            Progress.Say($"Round {round + 1} of {options.Rounds} …");
            await EachAsync(queries, round, (server, query) => MeasureAsync(measurement, server, query, cancellation), cancellation);
        }
        var memory = await MemoryAsync(queries, measurement, cancellation);
        return new Report(options, queries, [.. servers.Select(server => server.Name)], results)
        {
            Main = Main,
            PageSize = pageSize,
            Memory = memory,
            Businesses = await database.BusinessesAsync(),
            Postgres = await database.VersionAsync(),
        }.Text();
    }

    private async Task MeasureAsync(Measurement measurement, MeasuredServer server, BenchQuery query, CancellationToken cancellation)
    {
        foreach (var connections in options.Connections.Select(n => ConnectionsOf(query, n)).Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            var isMain = connections == ConnectionsOf(query, Main);
            var time = TimeSpan.FromSeconds(isMain ? options.Seconds : options.Seconds / 2);
            if (options.Policy) await measurement.RunAsync(server, Requests(server, query), connections, Refresh);
            var sample = await measurement.RunAsync(server, Requests(server, query), connections, time);
            results.Add((server.Name, query.Name, connections), sample);
        }
    }

    private async Task<IReadOnlyList<BenchQuery>> PrepareAsync()
    {
        var hub = servers.OfType<HubServer>().FirstOrDefault();
        if (options.Queries is { } path) return await WithRequestsAsync(OtherQueries.Read(path));
        var names = options.Only.ToList();
        if (hub is not null && !await CanAsync(hub, $"{{ businesses(first: {FullPage}) {{ nodes {{ nib }} }} }}")) pageSize = SmallPage;
        if (hub is null || !await CanAsync(hub, StandardQueries.Document("Q5 exact")))
        {
            if (names.Remove("Q5 exact") && hub is not null) Progress.Say("Q5 exact is left out: statistics has no argument exact.");
        }
        var standard = new StandardQueries(database.Source, pageSize);
        return await WithRequestsAsync(
            options.Policy ? await PolicyQueries.ReadAsync(database, standard, names) : await standard.ReadAsync(names));
    }

    private static async Task<bool> CanAsync(HubServer hub, string document)
    {
        try
        {
            return (await hub.AnswerAsync(document, []))["errors"] is null;
        }
        catch (BenchException)
        {
            // Refused with a status of its own.
            return false;
        }
    }

    private async Task<IReadOnlyList<BenchQuery>> WithRequestsAsync(IReadOnlyList<BenchQuery> queries)
    {
        foreach (var query in queries)
        {
            var systems = new List<(MeasuredServer Server, IReadOnlyList<byte[]> Requests)>();
            foreach (var server in servers.Where(server => server.Answers(query)))
                systems.Add((server, requests[(server.Name, query.Name)] = await server.RequestsAsync(query)));
            if (systems.Count > 0) await AnswerCheck.CompareAsync(query, systems);
        }
        var masks = options.Policy ? " but for masks" : "";
        if (servers.Count > 1) Progress.Say($"The answers of {string.Join(", ", servers.Select(server => server.Name))} are equal{masks}.");
        return queries;
    }

    // The systems take turns query by query, and another one begins in each round.
    private async Task EachAsync(
        IReadOnlyList<BenchQuery> queries, int round, Func<MeasuredServer, BenchQuery, Task> run, CancellationToken cancellation)
    {
        foreach (var query in queries)
        {
            for (var i = 0; i < servers.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var server = servers[(i + round) % servers.Count];
                if (server.Answers(query)) await run(server, query);
            }
        }
    }

    private async Task<IReadOnlyList<MemoryFigures>> MemoryAsync(
        IReadOnlyList<BenchQuery> queries, Measurement measurement, CancellationToken cancellation)
    {
        var figures = new List<MemoryFigures>();
        foreach (var server in servers)
        {
            var before = ProcFile.PeakMemory(server.Process.Pid);
            double? underLoad = server is HubServer && options.Memory
                ? await UnderLoadAsync(server, queries, measurement, cancellation) : null;
            figures.Add(new MemoryFigures(server.Name, before, underLoad));
        }
        return figures;
    }

    /// <summary>Largest memory while 64 connections ask all queries in turn for a minute.</summary>
    private async Task<double> UnderLoadAsync(
        MeasuredServer server, IReadOnlyList<BenchQuery> queries, Measurement measurement, CancellationToken cancellation)
    {
        const int Connections = 64;
        var time = TimeSpan.FromSeconds(options.Quick ? 10 : 60);
        Progress.Say($"64 connections for {time.TotalSeconds:0} s on {server.Name} …");
        cancellation.ThrowIfCancellationRequested();
        ProcFile.ForgetPeak(server.Process.Pid);
        var mixed = Mixed([.. queries.Where(query => !query.IsHeavy && server.Answers(query)).Select(query => Requests(server, query))]);
        await measurement.RunAsync(server, mixed, Connections, time);
        return ProcFile.PeakMemory(server.Process.Pid);
    }

    private static List<byte[]> Mixed(IReadOnlyList<byte[]>[] lists) =>
        [.. Enumerable.Range(0, lists.Max(list => list.Count)).SelectMany(i => lists.Select(list => list[i % list.Count]))];

    private IReadOnlyList<byte[]> Requests(MeasuredServer server, BenchQuery query) => requests[(server.Name, query.Name)];

    private static int ConnectionsOf(BenchQuery query, int connections) => query.IsHeavy ? 1 : connections;
}
