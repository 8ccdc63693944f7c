using System.Globalization;
using DataHub.Access;
using DataHub.Planning;

namespace DataHub.Database.Walls;

/// <summary>
/// What row-level security has to know of a caller: a setting that ends with the transaction, so that a connection brings nothing of it to
/// the next caller. It travels with the statements that need it.
/// </summary>
/// <param name="Name">The setting.</param>
/// <param name="Value">Its value; empty when the caller has none, which no row has either.</param>
/// <param name="Tables">The only tables with rows of several owners that the caller may read; empty: almost all are.</param>
public sealed record RowSetting(string Name, string Value, IReadOnlyList<string> Tables)
{
    /// <summary>The lender whose loans a bank sees.</summary>
    public const string Organisation = "hub.organisation";

    /// <summary>The person whose rows an owner sees.</summary>
    public const string Person = "hub.person";

    private static readonly string[] OfOrganisations = ["credit.loan", "access.consent"];

    private const string Text = "select set_config($1, $2, true)";

    /// <summary>The setting of a caller; null for kinds whose rows are all alike.</summary>
    public static RowSetting? Of(Caller caller) => caller.Kind.Kind switch
    {
        ConsumerKind.Bank or ConsumerKind.Partner or ConsumerKind.Dashboard =>
            new(Organisation, caller.Organisation ?? "", OfOrganisations),
        ConsumerKind.Owner => new(Person, caller.PersonId?.ToString(CultureInfo.InvariantCulture) ?? "", []),
        _ => null,
    };

    /// <summary>True when a statement reads rows that the setting decides on.</summary>
    public bool IsFor(string statement)
    {
        foreach (var table in Tables)
            if (statement.Contains(table, StringComparison.Ordinal)) return true;
        return Tables.Count == 0;
    }

    /// <summary>Makes the setting for the transaction; gives one row.</summary>
    public SqlStatement Statement => new(Text, [SqlValue.Text(Name), SqlValue.Text(Value)]);
}
