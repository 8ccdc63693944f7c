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
/// <param name="Table">The only table with rows of several owners that the caller may read; null: almost all are.</param>
public sealed record RowSetting(string Name, string Value, string? Table)
{
    /// <summary>The lender whose loans a bank sees.</summary>
    public const string Organisation = "hub.organisation";

    /// <summary>The person whose rows an owner sees.</summary>
    public const string Person = "hub.person";

    private const string Text = "select set_config($1, $2, true)";

    /// <summary>The setting of a caller; null for kinds whose rows are all alike.</summary>
    public static RowSetting? Of(Caller caller) => caller.Kind.Kind switch
    {
        ConsumerKind.Bank => new(Organisation, caller.Organisation ?? "", "credit.loan"),
        ConsumerKind.Owner => new(Person, caller.PersonId?.ToString(CultureInfo.InvariantCulture) ?? "", null),
        _ => null,
    };

    /// <summary>True when a statement reads rows that the setting decides on.</summary>
    public bool IsFor(string statement) => Table is null || statement.Contains(Table, StringComparison.Ordinal);

    /// <summary>Makes the setting for the transaction; gives one row.</summary>
    public SqlStatement Statement => new(Text, [SqlValue.Text(Name), SqlValue.Text(Value)]);
}
