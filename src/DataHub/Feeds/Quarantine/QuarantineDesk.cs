using DataHub.Access;
using DataHub.Audit;
using DataHub.Feeds.Loading;
using DataHub.Feeds.Reading;
using DataHub.GraphQL.Execution;
using DataHub.Planning;
using DataHub.Shared;
using Npgsql;

namespace DataHub.Feeds.Quarantine;

/// <summary>Where stewards decide on rows that could not be read.</summary>
internal sealed class QuarantineDesk(HubParts parts, FeedLoader loader)
{
    private const int LongestReason = 2000;

    internal static readonly MutationError NoReason = new("REASON_MISSING", "A reason is needed.", "reason");

    private static readonly MutationError Unknown = new("UNKNOWN_RECORD", "No rejected row has this id.", "id");

    private readonly NpgsqlDataSource database = parts.Upkeep ?? parts.DataSource;

    /// <summary>Puts values into a row and brings it in; all that is wrong with it comes back when it still cannot be read.</summary>
    public async Task<QuarantinePayload> CorrectAsync(HubRequest request, InputObject input, CancellationToken cancel)
    {
        var (entry, wrong) = await OpenAsync(request, input.Get<string>("id")!, cancel);
        if (entry is null) return wrong!;
        var reader = await loader.ReaderAsync(entry.Feed, cancel);
        var errors = new List<MutationError>();
        var fields = entry.IsUnsplit ? new string[entry.Feed.Columns.Count] : reader.Reopen(entry.Payload, entry.Received)!;
        if (entry.IsUnsplit) Array.Fill(fields, "");
        foreach (var value in input.List<InputObject>("values")!)
        {
            var column = value!.Get<string>("column")!;
            var place = entry.Feed.Columns.ToList().FindIndex(candidate => candidate.Name == column);
            if (place < 0) errors.Add(new("UNKNOWN_COLUMN", $"{entry.Feed.Name} has no column of this name.", "values"));
            else fields[place] = value.Get<string>("value") ?? "";
        }
        if (errors.Count > 0) return new(null, null, errors);
        if (await KeyIsTakenAsync(entry, reader, fields, cancel))
            return QuarantinePayload.Wrong(new MutationError("KEY_TAKEN", "The newer row with this key stands: correct the key too.", "values"));
        return await BringInAsync(request, (entry, reader), fields, (State: "CORRECTED", ReasonOf(input)), cancel);
    }

    /// <summary>Brings a row in without what could not be read of it.</summary>
    public async Task<QuarantinePayload> AcceptAsync(HubRequest request, InputObject input, CancellationToken cancel)
    {
        var (entry, wrong) = await OpenAsync(request, input.Get<string>("id")!, cancel);
        if (entry is null) return wrong!;
        if (entry.IsUnsplit || entry.Reason == Reasons.DuplicateKey) return QuarantinePayload.Wrong(NotAcceptable(entry.Reason, null));
        var reader = await loader.ReaderAsync(entry.Feed, cancel);
        var fields = reader.Reopen(entry.Payload, entry.Received)!;
        foreach (var rejected in reader.Read(new RawRow(entry.Line, fields), KnownRecords.None).Rejected)
        {
            var place = entry.Feed.IndexOf(rejected.Column!);
            if (entry.Feed.Columns[place].Required) return QuarantinePayload.Wrong(NotAcceptable(rejected.Reason, rejected.Column));
            fields[place] = "";
        }
        return await BringInAsync(request, (entry, reader), fields, ("ACCEPTED", ReasonOf(input)), cancel);
    }

    /// <summary>Enters that a row is not wanted, also when it is sent again.</summary>
    public async Task<QuarantinePayload> DismissAsync(HubRequest request, InputObject input, CancellationToken cancel)
    {
        if (ReasonOf(input) is not { } reason) return QuarantinePayload.Wrong(NoReason);
        var (entry, wrong) = await OpenAsync(request, input.Get<string>("id")!, cancel);
        if (entry is null) return wrong!;
        await using var command = database.CreateCommand(
            """
            update feeds.quarantine set state = 'DISMISSED', decided_at = $3, decided_by = $4, decision_reason = $5
            where feed = $1 and content_hash = $2 and state = 'OPEN'
            """);
        command.Parameters.AddWithValue(entry.Feed.Name);
        command.Parameters.AddWithValue(entry.ContentHash);
        command.Parameters.AddWithValue(parts.Time.GetUtcNow());
        command.Parameters.AddWithValue(ActorOf(request.Caller));
        command.Parameters.AddWithValue(reason);
        return await command.ExecuteNonQueryAsync(cancel) == 0 ? QuarantinePayload.Wrong(Decided()) : new(entry.Id, null, []);
    }

    /// <summary>Client and subject of the caller's token.</summary>
    internal static string ActorOf(Caller caller) => $"{caller.Client}/{caller.Subject}";

    /// <summary>The steward's words; null when there are none. They are shown to other stewards and go to no ledger.</summary>
    internal static string? ReasonOf(InputObject input) =>
        input.Get<string>("reason")?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, LongestReason)] : null;

    private async Task<(QuarantineEntry? Entry, QuarantinePayload? Wrong)> OpenAsync(HubRequest request, string id, CancellationToken cancel)
    {
        if (!request.Hub.Ids.TryDecode("QuarantineRecord", id, out var number)) return (null, QuarantinePayload.Wrong(Unknown));
        var entry = await QuarantineEntry.FindAsync(database, number, cancel);
        if (entry is null) return (null, QuarantinePayload.Wrong(Unknown));
        return entry.State == "OPEN" ? (entry, null) : (null, QuarantinePayload.Wrong(Decided(entry.State)));
    }

    private async Task<QuarantinePayload> BringInAsync(
        HubRequest request, (QuarantineEntry Entry, RowReader Reader) of, string[] fields, (string State, string? Reason) decision,
        CancellationToken cancel)
    {
        var (entry, reader) = of;
        var row = new RawRow(entry.Line, fields)
        {
            Received = entry.IsUnsplit
                ? new ReceivedRow(null, request.Hub.Protector.DecryptText(entry.Payload))
                : new ReceivedRow(reader.Reopen(entry.Payload, entry.Received), null),
        };
        var rejected = reader.Read(row, KnownRecords.None).Rejected;
        if (rejected.Count > 0)
            return new(null, null, [.. rejected.Select(StillWrong)]);
        var correction = new Correction(entry.ContentHash, decision.State, ActorOf(request.Caller), decision.Reason);
        try
        {
            var run = await loader.CorrectAsync(new CorrectedRow(entry.Feed, entry.FileName, row, correction), cancel);
            await NoteSubjectsAsync(request, entry.Id, cancel);
            // Whose the record is may take a look at all others: the answer does not wait for it.
            _ = Task.Run(LinkAsync, CancellationToken.None);
            return new(entry.Id, run.RunId, []);
        }
        catch (FeedRefusedException refusal)
        {
            return QuarantinePayload.Wrong(new MutationError("LOAD_REFUSED", $"{refusal.Message}; try again when it is done.", null));
        }
    }

    private async Task LinkAsync()
    {
        try
        {
            await loader.Linking.RunPendingAsync();
        }
        catch (Exception failure)
        {
            // The record waits for the next pass.
            parts.OnError(failure, "Mutation.correctQuarantined");
        }
    }

    /// <summary>Whose record it is, as far as that is known: the change is in the ledger of theirs.</summary>
    private async Task NoteSubjectsAsync(HubRequest request, long entry, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select l.business_id, l.person_id
            from feeds.quarantine q join linkage.link l on l.feed = q.feed and l.source_key = q.decision_key and l.closed_at is null
            where q.id = $1
            """);
        command.Parameters.AddWithValue(entry);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            if (!rows.IsDBNull(0)) request.Look.Concerns(Subject.Business(rows.GetInt64(0)));
            if (!rows.IsDBNull(1)) request.Look.Concerns(Subject.Person(rows.GetInt64(1)));
        }
    }

    private async Task<bool> KeyIsTakenAsync(QuarantineEntry entry, RowReader reader, string[] fields, CancellationToken cancel)
    {
        if (entry.Reason != Reasons.DuplicateKey) return false;
        if (reader.Read(new RawRow(entry.Line, fields), KnownRecords.None).Row is not { } row) return false;
        await using var command = database.CreateCommand(
            "select exists (select from feeds.source_record where feed = $1 and source_key = $2 and is_current)");
        command.Parameters.AddWithValue(entry.Feed.Name);
        command.Parameters.AddWithValue(row.SourceKey);
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    private static MutationError StillWrong(RejectedField field) =>
        new(field.Reason, Reasons.Message(field.Reason, field.Column), field.Column);

    private static MutationError NotAcceptable(string reason, string? column)
    {
        var why = Reasons.Message(reason, column ?? "the key");
        return new MutationError("NOT_ACCEPTABLE", $"A row cannot be taken like this: {why}. Correct or dismiss it.", column);
    }

    private static MutationError Decided(string state = "decided on") =>
        new("NOT_OPEN", $"The row waits for no decision any more: it is {state}.", "id");
}
