using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>A field whose values are shown in another form. Nothing filters, orders or sums by it.</summary>
/// <param name="Inner">Gives the values: a column, an expression, or a function.</param>
/// <param name="Mask">Makes the other form.</param>
public sealed record MaskedField(TableField Inner, Mask Mask) : TableField(Inner.Name);

/// <summary>A field of which nothing is shown, nor read: null for every row.</summary>
/// <param name="Inner">What gives the values to others.</param>
/// <param name="Nulls">So many nulls, in a column that the field's scalar can write.</param>
public sealed record HiddenField(TableField Inner, Func<int, Column> Nulls) : TableField(Inner.Name);

/// <summary>
/// A column whose value is read only where the row's person has consented to the caller's organisation and purpose; else it is null with
/// the error CONSENT_REQUIRED, whether there is a value or not.
/// </summary>
/// <param name="Inner">The column.</param>
/// <param name="Coordinate">What the consent must name.</param>
/// <param name="PersonColumn">Column of the same row that says whose consent it takes; null there: nobody's, so there is none.</param>
/// <param name="Mask">Applied to what is read; null: shown as it is.</param>
public sealed record ConsentField(ColumnField Inner, string Coordinate, string PersonColumn, Mask? Mask) : TableField(Inner.Name);
