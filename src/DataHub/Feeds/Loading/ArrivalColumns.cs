using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DataHub.Feeds.Reading;
using NpgsqlTypes;

namespace DataHub.Feeds.Loading;

/// <summary>
/// The columns of the table of a feed's arrivals, and how a row is written into them. Of the feed's own columns only those that its
/// publishing names, and what tells whose a record is only where records are joined by it: what nobody reads is not copied.
/// </summary>
internal sealed partial class ArrivalColumns
{
    private const string Kept = "line, source_key, content_hash, payload, source_date, damaged, received_cipher";
    private const int KeptCount = 7;

    private const string Keys =
        ", key_nik, key_nib, key_weak_nib, key_person_name, key_business_name, key_person, key_business, key_phone, key_regencies, "
        + "key_group";

    private const int KeyCount = 10;

    private static readonly ConcurrentDictionary<string, ArrivalColumns> All = new(StringComparer.Ordinal);

    private readonly (FeedColumn Column, int Index, NpgsqlDbType Type)[] own;
    private readonly bool hasKeys;
    private readonly int businessName;
    private readonly int count;

    private ArrivalColumns(FeedDefinition feed)
    {
        var script = FeedScript.Text(Publisher.ScriptOf(feed));
        var named = Word().Matches(script).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        own =
        [
            .. feed.Columns.Select((column, index) => (column, index, TypeOf(column.Kind)))
                .Where(entry => entry.column.Kind != ColumnKind.Nik && named.Contains(entry.column.Name)),
        ];
        hasKeys = FeedCatalogue.IsJoinedByKeys(feed);
        businessName = feed.IndexOf(ColumnRole.BusinessName);
        count = KeptCount + (hasKeys ? KeyCount : 0) + own.Length;
    }

    /// <summary>Those of a feed.</summary>
    public static ArrivalColumns Of(FeedDefinition feed) => All.GetOrAdd(feed.Name, static (_, one) => new(one), feed);

    /// <summary>Definitions, for <c>create table</c>. Names and types come from this program's catalogue, never from a file.</summary>
    public string Definitions =>
        "line int not null, source_key text not null, content_hash bytea not null, payload bytea not null, source_date date, "
        + "damaged text[] not null, received_cipher bytea"
        + (hasKeys
            ? ", key_nik bytea, key_nib text, key_weak_nib text, key_person_name text, key_business_name text, "
                + "key_person text not null default '', key_business text not null default '', key_phone text, key_regencies text[], "
                + "key_group bytea"
            : "")
        + string.Concat(own.Select(entry => $", {entry.Column.Name} {SqlType(entry.Type)}"));

    /// <summary>Names, in the order in which <see cref="Write"/> gives the values.</summary>
    public string Names => Kept + (hasKeys ? Keys : "") + string.Concat(own.Select(entry => $", {entry.Column.Name}"));

    /// <summary>Writes a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(CopyBuffer target, FeedRow row)
    {
        target.StartRow(count);
        target.Int(row.Line);
        target.Text(row.SourceKey);
        target.Bytes(row.ContentHash);
        target.Bytes(row.Payload);
        if (row.SourceDate is { } date) target.Date(date);
        else target.Null();
        target.Texts(row.Damaged);
        Bytes(target, row.Received);
        if (hasKeys) WriteKeys(target, row);
        foreach (var (_, index, type) in own) Value(target, row.Values[index], type);
    }

    private void WriteKeys(CopyBuffer target, FeedRow row)
    {
        var keys = row.Keys;
        Bytes(target, keys.NikHash);
        Text(target, keys.Nib);
        Text(target, keys.WeakNib);
        Text(target, keys.PersonName);
        Text(target, businessName < 0 ? null : (string?)row.Values[businessName]);
        Text(target, keys.PersonKey);
        Text(target, keys.BusinessKey);
        Text(target, keys.PhoneKey);
        if (keys.Regencies is { } regencies) target.Texts(regencies);
        else target.Null();
        Bytes(target, keys.GroupKey);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Value(CopyBuffer target, object? value, NpgsqlDbType type)
    {
        switch (value, type)
        {
            case (null, _): target.Null(); break;
            case (string text, NpgsqlDbType.Text): target.Text(text); break;
            case (DateOnly date, NpgsqlDbType.Date): target.Date(date); break;
            case (decimal amount, NpgsqlDbType.Numeric): target.Numeric(amount); break;
            case (int number, NpgsqlDbType.Integer): target.Int(number); break;
            case (double rating, NpgsqlDbType.Double): target.Double(rating); break;
            case (bool flag, NpgsqlDbType.Boolean): target.Bool(flag); break;
            default: throw new InvalidOperationException($"No column of {type} holds a {value.GetType().Name}.");
        }
    }

    private static void Text(CopyBuffer target, string? text)
    {
        if (text is null) target.Null();
        else target.Text(text);
    }

    private static void Bytes(CopyBuffer target, byte[]? bytes)
    {
        if (bytes is null) target.Null();
        else target.Bytes(bytes);
    }

    private static NpgsqlDbType TypeOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Date or ColumnKind.EndDate => NpgsqlDbType.Date,
        ColumnKind.Amount => NpgsqlDbType.Numeric,
        ColumnKind.Count or ColumnKind.Year or ColumnKind.Collectability => NpgsqlDbType.Integer,
        ColumnKind.Rating => NpgsqlDbType.Double,
        ColumnKind.YesNo => NpgsqlDbType.Boolean,
        _ => NpgsqlDbType.Text,
    };

    private static string SqlType(NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Date => "date",
        NpgsqlDbType.Numeric => "numeric(18, 2)",
        NpgsqlDbType.Integer => "int",
        NpgsqlDbType.Double => "double precision",
        NpgsqlDbType.Boolean => "boolean",
        _ => "text",
    };

    [GeneratedRegex(@"\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
