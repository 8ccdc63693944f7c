namespace DataHub.Linkage.Golden;

/// <summary>Tells by which rule a value was chosen among what the records of a business say.</summary>
/// <param name="Records">The business's records, the most trusted first.</param>
/// <param name="Pins">What stewards have set and is in force.</param>
/// <param name="TellsProbable">False when only records that are certainly the business's are told of.</param>
internal sealed record ValueRules(IReadOnlyList<BusinessRecord> Records, IReadOnlyList<ValuePin> Pins, bool TellsProbable)
{
    private const int MostAlternatives = 20;

    /// <summary>Where the value of an attribute is from.</summary>
    public ValueProvenance Of(string attribute, string? value)
    {
        var pin = Pins.FirstOrDefault(p => p.Attribute == attribute);
        var said = Records.Where(record => record.Values.ContainsKey(attribute)).ToList();
        var isPinned = pin is not null && Same(pin.Value, value);
        var chosen = isPinned ? null : said.Find(record => Same(record.Values[attribute], value));
        var told = said.Where(record => record != chosen && (TellsProbable || record.IsCertain));
        return new ValueProvenance(attribute, value)
        {
            Rule = value is null ? null : isPinned ? "PINNED" : RuleOf(attribute, chosen, said.Count),
            Feed = chosen?.Feed,
            SourceRecordId = chosen is not null && (TellsProbable || chosen.IsCertain) ? chosen.SourceRecordId : null,
            SourceDate = chosen?.SourceDate,
            ReceivedAt = chosen?.ReceivedAt,
            Pin = pin,
            Alternatives = [.. told.Take(MostAlternatives).Select(record => Alternative(record, attribute))],
        };
    }

    private static string RuleOf(string attribute, BusinessRecord? chosen, int candidates) => chosen switch
    {
        null => "NO_RECORD_KEPT",
        _ when candidates == 1 => "ONLY_SOURCE",
        { Feed: "OSS" } => "OSS_NEWEST_ACTIVE",
        { Feed: "SIDT" } => "NEWEST_YEAR",
        _ => attribute == "name" ? "MOST_TRUSTED_FEED" : "NEWEST_RECORD",
    };

    private static ValueAlternative Alternative(BusinessRecord record, string attribute) =>
        new(record.Values[attribute], record.Feed, record.SourceRecordId, record.SourceDate, record.ReceivedAt);

    private static bool Same(string said, string? value) =>
        value is not null && string.Equals(said, string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            StringComparison.OrdinalIgnoreCase);
}
