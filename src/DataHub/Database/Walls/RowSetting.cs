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
public sealed record RowSetting(string Name, string Value)
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
            new(Organisation, caller.Organisation ?? ""),
        ConsumerKind.Owner => new(Person, caller.PersonId?.ToString(CultureInfo.InvariantCulture) ?? ""),
        _ => null,
    };

    /// <summary>True when a statement reads rows that the setting decides on: of an owner almost all are.</summary>
    public bool IsFor(SqlStatement statement) =>
        Name == Person || (statement.HasRowsOfOrganisations ?? HasRowsOfOrganisations(statement.Text));

    /// <summary>True when a statement reads one of the only tables with rows of several organisations that one of them may read.</summary>
    internal static bool HasRowsOfOrganisations(string statement) => Array.Exists(OfOrganisations, table => statement.Contains(table, StringComparison.Ordinal));

    /// <summary>Makes the setting for the transaction; gives one row.</summary>
    public SqlStatement Statement => new(Text, [SqlValue.Text(Name), SqlValue.Text(Value)]);
}
