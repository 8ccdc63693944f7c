using DataHub.Planning;
using DataHub.Shared;
using DataHub.Shared.Secrets;
using Npgsql;

namespace DataHub.Linkage.Golden;

/// <summary>
/// The values of businesses with their sources: one round trip for all businesses of a level. What the caller's view of <c>Business</c>
/// hides or masks is left out here as well.
/// </summary>
internal sealed class ValueReader(HubParts parts)
{
    /// <summary>Fields of <c>Business</c> that sources give values for, in the order in which they are told.</summary>
    public static IReadOnlyList<string> Attributes { get; } =
    [
        "nib", "name", "scale", "legalForm", "kbli", "regency", "district", "address", "phone", "email", "registeredOn", "status",
        "capital", "owner", "annualSales", "annualSalesYear", "workers",
    ];

    private const string Values =
        """
        select b.id, b.nib, b.name, b.scale, b.legal_form, b.kbli, b.regency_code, b.district_code, b.address, b.phone, b.email, b.registered_on, b.status,
          b.capital, o.name, b.annual_sales, b.annual_sales_year, b.workers
        from registry.business b left join registry.person o on o.id = b.owner_id
        where b.id = any ($1)
        """;

    private const string Pins =
        "select business_id, attribute, value, reason, pinned_by, pinned_at, ends_on from linkage.pin where business_id = any ($1) and coalesce(ends_on, 'infinity') >= $2";

    private readonly Protector protector = new(parts.Keys);

    /// <summary>By business, in the order of <see cref="Attributes"/>; one that is not there has no list.</summary>
    public async Task<IReadOnlyDictionary<long, IReadOnlyList<ValueProvenance>>> ReadAsync(
        HubRequest request, long[] ids, CancellationToken cancellation)
    {
        var open = Open(request);
        // Of what is only probably theirs owners are not told: it may be another person's.
        var all = request.Caller.PersonId is null;
        await using var connection = await parts.DataSource.OpenConnectionAsync(cancellation);
        await using var batch = Batch(connection, ids);
        await using var row = await batch.ExecuteReaderAsync(cancellation);
        var records = new List<BusinessRecord>();
        while (await row.ReadAsync(cancellation)) records.Add(BusinessRecord.Read(row, protector));
        await row.NextResultAsync(cancellation);
        var pins = new List<(long Business, ValuePin Pin)>();
        while (await row.ReadAsync(cancellation)) pins.Add((row.GetInt64(0), PinOf(row)));
        await row.NextResultAsync(cancellation);
        var (byBusiness, pinned) = (records.ToLookup(record => record.BusinessId), pins.ToLookup(pin => pin.Business, pin => pin.Pin));
        var values = new Dictionary<long, IReadOnlyList<ValueProvenance>>();
        while (await row.ReadAsync(cancellation))
        {
            var id = row.GetInt64(0);
            var rules = new ValueRules([.. byBusiness[id]], [.. pinned[id]], TellsProbable: all);
            values[id] = [.. open.Select(attribute =>
                rules.Of(attribute.Name, row.IsDBNull(attribute.Column) ? null : ValueText.Of(row.GetValue(attribute.Column))))];
        }
        return values;
    }

    /// <summary>A pin as it is selected: attribute to end from the second column on.</summary>
    public static ValuePin PinOf(NpgsqlDataReader row) => new(
        row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetDateTime(5),
        row.IsDBNull(6) ? DateOnly.MaxValue : row.GetFieldValue<DateOnly>(6));

    private NpgsqlBatch Batch(NpgsqlConnection connection, long[] ids)
    {
        var batch = new NpgsqlBatch(connection);
        foreach (var sql in new[] { BusinessRecord.Query, Pins, Values })
        {
            var command = new NpgsqlBatchCommand(sql) { Parameters = { new() { Value = ids } } };
            if (sql == Pins) command.Parameters.Add(new() { Value = Wib.DateOf(parts.Time.GetUtcNow()) });
            batch.BatchCommands.Add(command);
        }
        return batch;
    }

    // A field that the caller sees in another form, by consent, or not at all must not be told here either.
    private static List<(string Name, int Column)> Open(HubRequest request)
    {
        var business = request.View.Types["Business"].Fields;
        var person = request.View.Types.GetValueOrDefault("Person")?.Fields;
        return [.. Attributes.Select((name, i) => (name, i + 1)).Where(attribute => IsPlain(business.GetValueOrDefault(attribute.name))
            && (attribute.name != "owner" || IsPlain(person?.GetValueOrDefault("name"))))];
    }

    private static bool IsPlain(TableField? field) => field is not (null or MaskedField or HiddenField or ConsentField);
}
