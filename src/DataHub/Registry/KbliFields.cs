using DataHub.GraphQL.Execution;
using DataHub.Planning;

namespace DataHub.Registry;

/// <summary>Binds what the contract says of KBLI.</summary>
internal static class KbliFields
{
    private const int Most = 500;

    public static void Register(HubBuilder hub)
    {
        hub.Table<KbliRow>("KbliEntry").Key("code", typeof(string));
        hub.Query("KbliChange", Fragment.Of($"registry.kbli_concordance"))
            .Key("from_code", typeof(string))
            .Column("fromVersion", "from_version", typeof(string))
            .Column("fromCode", "from_code", typeof(string))
            .Column("toVersion", "to_version", typeof(string))
            .Column("toCode", "to_code", typeof(string))
            .Column("note", "note", typeof(string));
        hub.Resolve("Query.kbliEntries", (request, context, _) => EntriesAsync(request, context.Field, hub.Type("KbliEntry")()));
        hub.Resolve("Query.kbliChanges", (request, context, _) => ChangesAsync(request, context.Field, hub.Type("KbliChange")()));
    }

    /// <summary>Title and state of the code that a business carries.</summary>
    public static TableTypeBuilder AddKbli(this TableTypeBuilder business) => business
        .Expression("kbliTitle", typeof(string), ["kbli", "kbli_version"], row => Fragment.Of(
            $"(select k.title from registry.kbli k where k.version = {row}.kbli_version and k.code = {row}.kbli)"))
        .Expression("kbliState", typeof(string), ["kbli", "kbli_version"], row => Fragment.Of(
            $"""
            case
              when {row}.kbli is null then null
              when exists (select from registry.kbli k where k.version = {row}.kbli_version and k.code = {row}.kbli and k.retired_at is null) then 'CURRENT'
              when exists (select from registry.kbli k where k.code = {row}.kbli) then 'OBSOLETE'
              when exists (select from registry.kbli k where k.version = {row}.kbli_version and k.level = 5) then 'UNKNOWN'
            end
            """));

    private static ValueTask<ResolvedField> EntriesAsync(HubRequest request, FieldSelection field, TableType type)
    {
        var code = field.Argument<string>("code")!;
        if (code.Length is 0 or > 5 || code.Any(c => !char.IsAsciiLetterOrDigit(c)))
            throw PageRequest.Wrong(field, "code", "it is neither a section's letter nor 1 to 5 digits");
        // A prefix of digits and letters alone holds no sign that LIKE takes for a pattern.
        var prefix = Fragment.Of($"r.code like {SqlValue.Text(code + "%")}");
        var condition = field.Argument<string>("version") is { } version
            ? Fragment.Of($"{prefix} and r.version = {SqlValue.Text(version)}") : prefix;
        return ShortList.ReadAsync(request, field, type, new ShortListQuery(condition, Fragment.Of($"r.code, r.version"), Most));
    }

    private static ValueTask<ResolvedField> ChangesAsync(HubRequest request, FieldSelection field, TableType type)
    {
        var code = SqlValue.Text(field.Argument<string>("code")!);
        var condition = Fragment.Of($"r.retired_at is null and (r.from_code = {code} or r.to_code = {code})");
        return ShortList.ReadAsync(
            request, field, type, new ShortListQuery(condition, Fragment.Of($"r.from_version, r.from_code, r.to_version, r.to_code"),
                Most));
    }
}
