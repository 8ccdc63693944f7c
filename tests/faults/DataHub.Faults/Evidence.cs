using System.Globalization;
using DataHub.Audit;
using DataHub.Database;
using Npgsql;

namespace DataHub.Faults;

/// <summary>Where PostgreSQL's process is named.</summary>
internal sealed record ServerFiles(string Folder)
{
    /// <summary>The number of its first process.</summary>
    public int Process() => int.Parse(File.ReadLines(Path.Combine(Folder, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
}

/// <summary>Compares what clients have seen with what the database holds.</summary>
internal sealed class Evidence(string folder)
{
    public async Task<ServerFiles> FindServerAsync()
    {
        await using var database = await OpenAsync();
        await using var command = database.DataSource.CreateCommand("show data_directory");
        return new ServerFiles((string)(await command.ExecuteScalarAsync())!);
    }

    /// <summary>All that is wrong, one line each.</summary>
    public async Task<List<string>> CheckAsync(RoundResult seen)
    {
        await using var database = await OpenAsync();
        var wrong = seen.Disorderly.Distinct().Select(line => $"an answer was not orderly: {line}").ToList();
        var entered = await ReadAsync(database.DataSource, "select operation from audit.entry where operation is not null and outcome in ('ANSWERED', 'PARTIAL')");
        var silent = seen.Answered.Concat(seen.Changed).Where(name => !entered.Contains(name)).ToList();
        if (silent.Count > 0) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{silent.Count} answers have no entry, {silent[0]} for one"));
        var kept = await ReadAsync(database.DataSource, "select reason from credit.kur_setting");
        var lost = seen.Changed.Where(name => !kept.Contains(name)).ToList();
        if (lost.Count > 0) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{lost.Count} acknowledged changes are lost, {lost[0]} for one"));
        var doubled = await ReadAsync(database.DataSource, "select reason from credit.kur_setting where reason ~ '^F[0-9]+_' group by reason having count(*) > 1");
        if (doubled.Count > 0) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{doubled.Count} changes were made twice, {doubled.First()} for one"));
        if (seen.Answered.IsEmpty) wrong.Add("nothing was answered at all");
        using var place = LedgerPlace.Open(folder);
        foreach (var finding in await new LedgerVerifier(database.DataSource, place).VerifyAsync())
            if (finding.Fault is { } fault) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"chain {finding.Chain}, entry {fault.Sequence}: {fault.What}"));
        return wrong;
    }

    private Task<HubDatabase> OpenAsync() => HubDatabase.OpenAsync(new HubDatabaseOptions { DataDirectory = folder }, CancellationToken.None);

    private static async Task<HashSet<string>> ReadAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return found;
    }
}
