using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataHub.Shared.Secrets;
using DataHub.Shared.Scalars;

namespace DataHub.Feeds.Reading;

/// <summary>Makes typed rows of split ones. Not safe for several threads.</summary>
#pragma warning disable CA1001 // A writer of JSON into memory holds nothing that has to be let go.
public sealed class RowReader
#pragma warning restore CA1001
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly FeedDefinition feed;
    private readonly Protector protector;
    private readonly Places places;
    private readonly FieldReader fields;
    private readonly Reading[] readings;
    private readonly string[] raw;
    private readonly ArrayBufferWriter<byte> canonical = new(1024);
    private readonly ArrayBufferWriter<byte> spelling = new(256);
    private readonly Utf8JsonWriter canonicalWriter;
    private readonly JsonEncodedText[] names;
    private readonly bool isJoinedByKeys;
    private readonly int sourceDate;
    private readonly int nik;
    private readonly int nib;
    private readonly int businessName;
    private readonly int personName;
    private readonly int phone;
    private readonly int place;

    /// <summary>For rows of a feed.</summary>
    public RowReader(FeedDefinition feed, Protector protector, Places places, DateOnly today)
    {
        this.feed = feed;
        this.protector = protector;
        this.places = places;
        fields = new FieldReader(places, today);
        isJoinedByKeys = FeedCatalogue.IsJoinedByKeys(feed);
        readings = new Reading[feed.Columns.Count];
        raw = new string[feed.Columns.Count];
        names = [.. feed.Columns.Select(column => JsonEncodedText.Encode(column.Name))];
        canonicalWriter = new Utf8JsonWriter(canonical, Json);
        sourceDate = feed.SourceDate is null ? -1 : feed.IndexOf(feed.SourceDate);
        nik = feed.IndexOf(ColumnRole.Nik);
        nib = feed.IndexOf(ColumnRole.Nib);
        businessName = feed.IndexOf(ColumnRole.BusinessName);
        personName = feed.IndexOf(ColumnRole.PersonName);
        phone = feed.IndexOf(ColumnRole.Phone);
        place = feed.IndexOf(ColumnRole.Place);
    }

    /// <summary>Reads a row. False: it could not be read, and <paramref name="rejected"/> says why, one entry a column.</summary>
    public bool TryRead(RawRow source, out FeedRow? row, out IReadOnlyList<RejectedField> rejected)
    {
        var read = Read(source, KnownRecords.None);
        (row, rejected) = (read.Row, read.Rejected);
        return row is not null;
    }

    /// <summary>Reads a row, as far as it has to be read: of one that the hub knows nothing but its hash is made.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadRow Read(RawRow source, KnownRecords known)
    {
        if (source.Fields is null) return new ReadRow(null, [Unsplit(source)]);
        var (failures, isDamaged) = (0, false);
        for (var i = 0; i < readings.Length; i++)
        {
            raw[i] = source.Fields[i];
            readings[i] = fields.Read(feed.Columns[i], raw[i]);
            if (readings[i].Reason is not null) failures++;
            isDamaged |= readings[i].Damaged;
        }
        foreach (var fault in source.Faults ?? [])
        {
            if (readings[fault.Field].Reason is null) failures++;
            readings[fault.Field] = Reading.Unreadable(raw[fault.Field], fault.Reason);
        }
        WriteCanonical();
        var hash = protector.Hash(canonical.WrittenSpan);
        if (failures > 0) return new ReadRow(null, RejectedFields(source, hash));
        var date = sourceDate < 0 ? null : (DateOnly?)readings[sourceDate].Value;
        var key = SourceKey();
        return known.Find(hash) is { } id
            ? new ReadRow(null, [], id, date, isDamaged) { Key = key }
            : new ReadRow(Row(source, (key, hash), date, isDamaged), [], null, date, isDamaged) { Key = key };
    }

    /// <summary>The fields of an encrypted row, as <see cref="TryRead"/> takes them.</summary>
    public string[] Reopen(byte[] payload)
    {
        using var document = JsonDocument.Parse(protector.Decrypt(payload));
        return [.. feed.Columns.Select(column => document.RootElement.TryGetProperty(column.Name, out var value) ? value.GetString()! : "")];
    }

    /// <summary>What an encrypted row that the hub took tells about whose it is, hashed with the current key.</summary>
    public LinkKeys KeysOf(byte[] payload)
    {
        var received = Reopen(payload);
        for (var i = 0; i < readings.Length; i++) readings[i] = fields.Read(feed.Columns[i], received[i]);
        return Keys();
    }

    /// <summary>The fields of an encrypted row as the agency spelled them; null when it could not be split into fields.</summary>
    public string[]? Reopen(byte[] payload, byte[]? received)
    {
        if (received is null) return Reopen(payload);
        using var document = JsonDocument.Parse(protector.Decrypt(received));
        if (document.RootElement.ValueKind == JsonValueKind.String) return null;
        var spelled = Reopen(payload);
        for (var i = 0; i < spelled.Length; i++)
            if (document.RootElement.TryGetProperty(feed.Columns[i].Name, out var value)) spelled[i] = value.GetString()!;
        return spelled;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private FeedRow Row(RawRow source, (string Key, byte[] Hash) by, DateOnly? date, bool isDamaged) => new()
    {
        Line = source.Line,
        SourceKey = by.Key,
        ContentHash = by.Hash,
        Payload = protector.Encrypt(canonical.WrittenSpan),
        Received = Received(source.Received),
        SourceDate = date,
        Damaged = DamagedColumns(isDamaged),
        Values = Values(),
        Keys = isJoinedByKeys ? Keys() : LinkKeys.None,
    };

    private LinkKeys Keys()
    {
        var number = nik < 0 ? null : (string?)readings[nik].Value;
        var business = Canonical(businessName);
        var businessKey = NameKey.Business(business);
        var valid = nib < 0 ? null : (string?)readings[nib].Value;
        return new LinkKeys
        {
            NikHash = number is null ? null : protector.Hash(number),
            Nib = valid,
            WeakNib = valid is null && Canonical(nib) is { } damaged ? Identifier.WeakNib(damaged) : null,
            PersonName = Canonical(personName),
            BusinessKey = businessKey,
            PersonKey = NameKey.Person(Canonical(personName)),
            PhoneKey = PhoneKey.Of(Canonical(phone)),
            Regencies = Regencies(),
            GroupKey = feed.Name == "OSS" ? GroupKey(number, businessKey) : null,
        };
    }

    private byte[] GroupKey(string? number, string businessKey)
    {
        var kbli = (string?)readings[feed.IndexOf("kbli")].Value;
        var region = (string?)readings[feed.IndexOf("kode_wilayah")].Value;
        if (number is null || businessKey.Length == 0 || kbli is null || region is null) return protector.Hash($"record|{SourceKey()}");
        return protector.Hash($"group|{number}|{businessKey}|{kbli}|{region}");
    }

    private string[]? Regencies()
    {
        // The number of a P-IRT carries the regency in its digits 4 to 7, without the dot.
        if (feed.Name == "SERTIFIKAT" && readings[1].Value is "PIRT" && PirtRegency() is { } regency) return [regency];
        if (place < 0 || Canonical(place) is not { } text) return null;
        if (feed.Columns[place].Kind == ColumnKind.Region) return readings[place].Value is string code ? [code[..5]] : null;
        return places.RegenciesIn(text) is { Length: > 0 } found ? found : null;
    }

    private string? PirtRegency()
    {
        var digits = string.Concat(readings[0].Canonical!.Where(char.IsAsciiDigit));
        if (digits.Length < 15) return null;
        var code = $"{digits[3..5]}.{digits[5..7]}";
        return places.Has(code) ? code : null;
    }

    /// <summary>
    /// The natural key. A damaged one may be that of many rows (1.87E+15), so it is told apart by the row's names and date; and a
    /// person's number never stands in a key.
    /// </summary>
    private string SourceKey()
    {
        var key = readings[0].Canonical!;
        if (!readings[0].Damaged) return IsPersonal(key) ? Hex($"key|{key}", 32) : key;
        var digits = key.Count(char.IsAsciiDigit);
        var parts = string.Join('|', key, Canonical(nik), Canonical(businessName), Canonical(personName), Canonical(sourceDate));
        return digits >= 15 ? $"~{Hex(parts, 16)}" : $"{key}~{Hex(parts, 8)}";
    }

    // Contract numbers and P-IRT numbers may be digits alone too: only what has the form of a NIK is taken for one.
    private static bool IsPersonal(string key) => Identifiers.IsNik(key.Trim('\''));

    private string Hex(string text, int bytes) => Convert.ToHexStringLower(protector.Mark(text).AsSpan(0, bytes));

    private string? Canonical(int column) => column < 0 ? null : readings[column].Canonical;

    private string[] DamagedColumns(bool isDamaged) =>
        isDamaged ? [.. feed.Columns.Where((_, i) => readings[i].Damaged).Select(column => column.Name)] : [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private object?[] Values()
    {
        var values = new object?[readings.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = feed.Columns[i].Kind == ColumnKind.Nik ? null : readings[i].Value;
        return values;
    }

    private List<RejectedField> RejectedFields(RawRow source, byte[] hash)
    {
        var (payload, received) = (protector.Encrypt(canonical.WrittenSpan), Received(source.Received));
        // A damaged key is told apart by other fields, which may be the ones that could not be read.
        var key = readings[0] is { Reason: null, Damaged: false } ? SourceKey() : null;
        var rejected = new List<RejectedField>();
        for (var i = 0; i < readings.Length; i++)
        {
            if (readings[i].Reason is not { } reason) continue;
            var value = raw[i].Length == 0 ? null : protector.Encrypt(raw[i].TrimStart(FieldReader.WrongType));
            rejected.Add(new RejectedField
            {
                Line = source.Line,
                Column = feed.Columns[i].Name,
                Reason = reason,
                Value = value,
                Payload = payload,
                ContentHash = hash,
                Received = received,
                SourceKey = key,
            });
        }
        return rejected;
    }

    /// <summary>A row that could not be split: its text is all there is.</summary>
    private RejectedField Unsplit(RawRow source)
    {
        var text = FieldReader.Clean(source.Text!);
        return new RejectedField
        {
            Line = source.Line,
            Column = null,
            Reason = source.Reason!,
            Value = protector.Encrypt(source.Text!),
            Payload = protector.Encrypt(text),
            ContentHash = protector.Hash(text),
            SourceKey = source.Key is { } key ? KeyIn(key) : null,
        };
    }

    private string? KeyIn(string text)
    {
        readings[0] = fields.Read(feed.Key, text);
        // A damaged key is told apart by the rest of the row, which is not there.
        return readings[0] is { Reason: null, Damaged: false } ? SourceKey() : null;
    }

    /// <summary>
    /// The fields that the canonical row spells otherwise than they came, encrypted, an object of texts; or the text of a row that could
    /// not be split. Null when the canonical row is what came.
    /// </summary>
    private byte[]? Received(ReceivedRow? received)
    {
        if (received?.Text is { } text) return protector.Encrypt(JsonSerializer.SerializeToUtf8Bytes(text));
        var came = received?.Fields ?? raw;
        if (IsCanonical(came)) return null;
        spelling.ResetWrittenCount();
        using (var writer = new Utf8JsonWriter(spelling, Json))
        {
            writer.WriteStartObject();
            for (var i = 0; i < readings.Length; i++)
                if (came[i] != (readings[i].Canonical ?? "")) writer.WriteString(feed.Columns[i].Name, came[i]);
            writer.WriteEndObject();
        }
        return protector.Encrypt(spelling.WrittenSpan);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsCanonical(string[] came)
    {
        var i = 0;
        while (i < came.Length && came[i] == (readings[i].Canonical ?? "")) i++;
        return i == came.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WriteCanonical()
    {
        canonical.ResetWrittenCount();
        canonicalWriter.Reset(canonical);
        canonicalWriter.WriteStartObject();
        for (var i = 0; i < readings.Length; i++)
            if (readings[i].Canonical is { Length: > 0 } text) canonicalWriter.WriteString(names[i], text);
        canonicalWriter.WriteEndObject();
        canonicalWriter.Flush();
    }
}
