namespace DataHub.Bench.Floor;

/// <summary>
/// NIBs that are no business's own any more still lead to it (registry.licence). Almost no request asks for one, so businesses are looked
/// up by their own NIB, and only what is not found so is looked for here: that costs half as much as going through the licences always.
/// </summary>
internal static class SupersededNib
{
    private const string Statement = """
        select b.nib from registry.licence l join registry.business b on b.id = l.business_id where l.nib = $1 and b.nib <> $1
        """;

    /// <summary>The NIB in force of the business that a former one leads to; null when no business ever had it.</summary>
    public static async Task<string?> CurrentAsync(Session session, string nib)
    {
        var batch = await session.BatchAsync("superseded", static () => [Sql.WithText(Statement)]);
        batch.BatchCommands[0].Set(nib);
        return (string?)await batch.ExecuteScalarAsync();
    }
}
