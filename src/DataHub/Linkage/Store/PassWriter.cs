using System.Text.Json;
using DataHub.Linkage.Model;
using Npgsql;
using NpgsqlTypes;

namespace DataHub.Linkage.Store;

/// <summary>Copies what a pass found into the tables of its scripts, and evidence and events to their place.</summary>
internal sealed class PassWriter(NpgsqlConnection connection, PassPlan plan)
{
    /// <summary>Copies all of it.</summary>
    public async Task WriteAsync(PassStamp stamp, CancellationToken cancel)
    {
        await LinksAsync(cancel);
        await PersonsAsync(cancel);
        await BusinessesAsync(cancel);
        await RetirementsAsync(cancel);
        await ReviewAsync(cancel);
        await EventsAsync(stamp, cancel);
    }

    /// <summary>Numbers of a table's rows, taken before the rows are written.</summary>
    public static async Task<List<long>> ReserveAsync(NpgsqlConnection connection, string table, int count, CancellationToken cancel)
    {
        if (count == 0) return [];
        const string Next = "select nextval(pg_get_serial_sequence($1, 'id')) from generate_series(1, $2)";
        await using var command = new NpgsqlCommand(Next, connection);
        command.Parameters.AddWithValue(table);
        command.Parameters.AddWithValue(count);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var numbers = new List<long>(count);
        while (await rows.ReadAsync(cancel)) numbers.Add(rows.GetInt64(0));
        return numbers;
    }

    private async Task LinksAsync(CancellationToken cancel)
    {
        var numbers = await ReserveAsync(connection, "linkage.link", plan.Moved.Count, cancel);
        const string Columns = "link_id, feed, source_key, source_record_id, business_id, person_id, cluster_record_id, "
            + "person_cluster_record_id, rule, certainty, person_certainty, loan_certainty";
        await CopyAsync($"moved ({Columns})", plan.Moved.Count, (copy, i) => Link(copy, numbers[i], plan.Moved[i]), cancel);
        var weighed = Enumerable.Range(0, plan.Moved.Count).Where(i => plan.Moved[i].Edge is not null)
            .SelectMany(i => plan.Moved[i].Edge!.Levels.DistinctBy(level => level.Comparison).Select(level => (Link: numbers[i], level)))
            .ToList();
        await CopyAsync("linkage.evidence (link_id, comparison, level, weight)", weighed.Count, (copy, i) =>
        {
            var (link, level) = weighed[i];
            copy.Write(link, NpgsqlDbType.Bigint);
            copy.Write(level.Comparison, NpgsqlDbType.Text);
            copy.Write(level.Level, NpgsqlDbType.Text);
            copy.Write(level.Bits, NpgsqlDbType.Double);
        }, cancel);
    }

    private void Link(NpgsqlBinaryImporter copy, long number, MovedLink link)
    {
        var (record, now) = (plan.Records[link.Place], link.Now);
        copy.Write(number, NpgsqlDbType.Bigint);
        copy.Write(record.Feed, NpgsqlDbType.Text);
        copy.Write(record.Record.SourceKey, NpgsqlDbType.Text);
        copy.Write(record.Id, NpgsqlDbType.Bigint);
        foreach (var id in (long[])[now.Business, now.Person, now.Cluster, now.PersonCluster]) Id(copy, id);
        copy.Write(now.Rule, NpgsqlDbType.Text);
        copy.Write(Certainty(now.IsCertain), NpgsqlDbType.Text);
        copy.Write(Certainty(now.IsPersonCertain), NpgsqlDbType.Text);
        Text(copy, now is { Business: 0, Person: 0 } ? null : Certainty(now.IsPersonCertain));
    }

    private Task PersonsAsync(CancellationToken cancel) => CopyAsync(
        "person_shape (person_id, is_new, nik_hash, nik_cipher, name, gender, origin_feed, origin_key)", plan.Persons.Count, (copy, i) =>
        {
            var person = plan.Persons[i];
            copy.Write(person.Id, NpgsqlDbType.Bigint);
            copy.Write(person.IsNew, NpgsqlDbType.Boolean);
            Bytes(copy, person.NikHash);
            Bytes(copy, person.NikCipher);
            Text(copy, person.Name);
            Text(copy, person.Gender);
            Text(copy, person.Origin?.Feed);
            Text(copy, person.Origin?.SourceKey);
        }, cancel);

    private Task BusinessesAsync(CancellationToken cancel) => CopyAsync(
        "outline (business_id, is_new, origin_feed, origin_key, standing_key, owner_id, name, regency_code, district_code, address, phone, "
            + "email)",
        plan.Businesses.Count, (copy, i) =>
        {
            var business = plan.Businesses[i];
            copy.Write(business.Id, NpgsqlDbType.Bigint);
            copy.Write(business.IsNew, NpgsqlDbType.Boolean);
            Text(copy, business.Origin?.Feed);
            Text(copy, business.Origin?.SourceKey);
            Text(copy, business.Standing);
            Id(copy, business.Owner);
            Text(copy, business.Name);
            Text(copy, business.Region?[..5]);
            Text(copy, business.Region is { Length: 8 } ? business.Region : null);
            Text(copy, business.Address);
            Text(copy, business.Phone);
            Text(copy, business.Email);
        }, cancel);

    private async Task RetirementsAsync(CancellationToken cancel)
    {
        await RetiredAsync("retired_person (person_id, survivor_id)", plan.RetiredPersons, cancel);
        await RetiredAsync("doomed (business_id, survivor_id)", plan.RetiredBusinesses, cancel);
        await IdsAsync("restored_person (person_id)", plan.RestoredPersons, cancel);
        await IdsAsync("restored (business_id)", plan.RestoredBusinesses, cancel);
        await IdsAsync("divided (business_id)", [.. plan.Events.Where(e => e.Kind == "SPLIT").Select(e => e.Business).Distinct()], cancel);
    }

    private Task RetiredAsync(string target, IReadOnlyList<Retirement> retired, CancellationToken cancel) =>
        CopyAsync(target, retired.Count, (copy, i) =>
        {
            copy.Write(retired[i].Id, NpgsqlDbType.Bigint);
            Id(copy, retired[i].Survivor);
        }, cancel);

    private Task IdsAsync(string target, IReadOnlyList<long> ids, CancellationToken cancel) =>
        CopyAsync(target, ids.Count, (copy, i) => copy.Write(ids[i], NpgsqlDbType.Bigint), cancel);

    private Task ReviewAsync(CancellationToken cancel) => CopyAsync(
        "proposed (subject, feed_a, key_a, feed_b, key_b, bits, worth, reason, evidence)", plan.Review.Count, (copy, i) =>
        {
            var candidate = plan.Review[i];
            copy.Write(candidate.Edge.Subject == LinkSubject.Person ? "PERSON" : "BUSINESS", NpgsqlDbType.Text);
            foreach (var record in (PassRecord[])[plan.Records[candidate.Edge.A], plan.Records[candidate.Edge.B]])
            {
                copy.Write(record.Feed, NpgsqlDbType.Text);
                copy.Write(record.Record.SourceKey, NpgsqlDbType.Text);
            }
            copy.Write(candidate.Edge.Bits, NpgsqlDbType.Double);
            copy.Write(candidate.Worth, NpgsqlDbType.Double);
            copy.Write(candidate.Reason, NpgsqlDbType.Text);
            copy.Write(Levels(candidate.Edge), NpgsqlDbType.Jsonb);
        }, cancel);

    private async Task EventsAsync(PassStamp stamp, CancellationToken cancel)
    {
        if (plan.Events.Count == 0) return;
        var numbers = await ReserveAsync(connection, "linkage.event", plan.Events.Count, cancel);
        const string Columns = "id, at, kind, business_id, other_id, actor, reason, model_version, pass_id";
        await CopyAsync($"linkage.event ({Columns})", plan.Events.Count, (copy, i) =>
        {
            var happened = plan.Events[i];
            copy.Write(numbers[i], NpgsqlDbType.Bigint);
            copy.Write(stamp.At, NpgsqlDbType.TimestampTz);
            copy.Write(happened.Kind, NpgsqlDbType.Text);
            copy.Write(happened.Business, NpgsqlDbType.Bigint);
            Id(copy, happened.Other);
            Text(copy, happened.Judgement?.By);
            copy.Write(happened.Judgement?.Reason ?? "the records were compared anew", NpgsqlDbType.Text);
            copy.Write(stamp.Model, NpgsqlDbType.Text);
            copy.Write(stamp.PassId, NpgsqlDbType.Bigint);
        }, cancel);
        var persons = plan.Moved.ToDictionary(link => link.Place, link => link.Now.Person);
        var rows = Enumerable.Range(0, plan.Events.Count).SelectMany(i => plan.Events[i].Records.Select(place => (i, place))).ToList();
        const string Told = "event_id, feed, source_key, from_business_id, to_business_id, from_person_id, to_person_id";
        await CopyAsync($"linkage.event_record ({Told})", rows.Count, (copy, row) =>
        {
            var (i, place) = rows[row];
            var (record, happened) = (plan.Records[place], plan.Events[i]);
            var isMerge = happened.Kind == "MERGE";
            copy.Write(numbers[i], NpgsqlDbType.Bigint);
            copy.Write(record.Feed, NpgsqlDbType.Text);
            copy.Write(record.Record.SourceKey, NpgsqlDbType.Text);
            Id(copy, isMerge ? happened.Other : happened.Business);
            Id(copy, isMerge ? happened.Business : happened.Other);
            Id(copy, record.Former!.Person);
            Id(copy, persons[place]);
        }, cancel);
    }

    private async Task CopyAsync(string target, int rows, Action<NpgsqlBinaryImporter, int> write, CancellationToken cancel)
    {
        if (rows == 0) return;
        await using var copy = await connection.BeginBinaryImportAsync($"copy {target} from stdin (format binary)", cancel);
        copy.Timeout = TimeSpan.FromHours(1);
        for (var i = 0; i < rows; i++)
        {
            copy.StartRow();
            write(copy, i);
        }
        await copy.CompleteAsync(cancel);
    }

    private static string Levels(LinkEdge edge) => JsonSerializer.Serialize(
        edge.Levels.Select(level => new { comparison = level.Comparison, level = level.Level, bits = level.Bits }));

    private static string Certainty(bool isCertain) => isCertain ? "CERTAIN" : "PROBABLE";

    private static void Id(NpgsqlBinaryImporter copy, long id)
    {
        if (id == 0) copy.WriteNull();
        else copy.Write(id, NpgsqlDbType.Bigint);
    }

    private static void Text(NpgsqlBinaryImporter copy, string? text)
    {
        if (text is null) copy.WriteNull();
        else copy.Write(text, NpgsqlDbType.Text);
    }

    private static void Bytes(NpgsqlBinaryImporter copy, byte[]? bytes)
    {
        if (bytes is null) copy.WriteNull();
        else copy.Write(bytes, NpgsqlDbType.Bytea);
    }
}

/// <summary>What every row of a pass carries.</summary>
internal sealed record PassStamp(long PassId, DateTimeOffset At, DateOnly Day, string Kind, string Model);
