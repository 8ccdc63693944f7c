namespace DataHub.Demonstration;

/// <summary>The four groups that Lampung's cooperatives office counts by.</summary>
internal enum Group { Trade, Culinary, Services, Other }

/// <summary>What a business does: a KBLI 2020 code, the words its name begins with, and what it offers in which prices (rupiah).</summary>
internal sealed record Trade(string Kbli, Group Group, int Weight, string[] Words, string Category, string[] Products, int Low, int High)
{
    /// <summary>Food and drink making and serving: these hold the halal and P-IRT certificates.</summary>
    public bool IsFood { get; } = Kbli.StartsWith("10", StringComparison.Ordinal) || Kbli.StartsWith("11", StringComparison.Ordinal)
        || Kbli.StartsWith("56", StringComparison.Ordinal);

    /// <summary>Made and packed at home or in a workshop: what a P-IRT, MD or SNI number is about.</summary>
    public bool IsMade { get; } = string.CompareOrdinal(Kbli, "10") >= 0 && string.CompareOrdinal(Kbli, "34") < 0;

    /// <summary>Columns: KBLI | weight within the group | name words | category | products | lowest price | highest price.</summary>
    public static Trade Parse(Group group, string line)
    {
        var columns = line.Split('|');
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        return new Trade(columns[0], group, int.Parse(columns[1], invariant), columns[2].Split(';'), columns[3], columns[4].Split(';'),
            int.Parse(columns[5], invariant), int.Parse(columns[6], invariant));
    }
}
