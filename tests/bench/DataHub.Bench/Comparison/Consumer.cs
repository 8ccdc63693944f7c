namespace DataHub.Bench.Comparison;

/// <summary>Somebody who asks.</summary>
/// <param name="Name">As it stands in names of queries and in reports.</param>
/// <param name="Client">Its client in the sandbox.</param>
internal sealed record Consumer(string Name, string Client)
{
    /// <summary>Sees all that the queries ask for, as it is.</summary>
    public static Consumer Steward { get; } = new("steward", "steward-sandbox");

    /// <summary>Sees the loans that it gave itself, the last digits of NIKs, and some things by consent.</summary>
    public static Consumer Bank { get; } = new("bank", "bank-sandbox");

    /// <summary>Sees bands of amounts and stand-ins for names, and no loan and no training.</summary>
    public static Consumer Dashboard { get; } = new("dashboard", "dashboard-sandbox");
}
