namespace DataHub.Audit;

/// <summary>A column of a result that says whom a row is about.</summary>
/// <param name="IsPerson">True: a person's number; false: a business's.</param>
/// <param name="Ordinal">Place of the column in the result.</param>
internal readonly record struct SubjectOrdinal(bool IsPerson, int Ordinal);

/// <summary>A column of a table that says whom a row is about.</summary>
/// <param name="IsPerson">True: a person's number; false: a business's.</param>
/// <param name="Column">Its name.</param>
internal readonly record struct SubjectColumn(bool IsPerson, string Column);
