using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>A figure over all rows of a list.</summary>
/// <param name="Field">Field of the connection type.</param>
internal abstract record Aggregate(string Field)
{
    /// <summary>Type of the figure.</summary>
    public abstract Type ClrType { get; }

    /// <summary>The aggregate, given the alias of the rows.</summary>
    public abstract Fragment Sql(Identifier row);

    /// <summary>
    /// The figures of lists, given where each one's row is among those read; a list without a parent has none, and is empty.
    /// </summary>
    public abstract Column Read(Column figures, (int Start, int Count)[] runs);
}

/// <summary>A figure whose values are of <typeparamref name="T"/>.</summary>
/// <param name="OfNothing">The figure of an empty list; null when it has none.</param>
internal sealed record Aggregate<T>(string Field, Func<Identifier, Fragment> Expression, T? OfNothing = null) : Aggregate(Field)
    where T : struct
{
    public override Type ClrType => typeof(T);

    public override Fragment Sql(Identifier row) => Expression(row);

    public override Column Read(Column figures, (int Start, int Count)[] runs)
    {
        var values = (Column<T>)figures;
        return new FunctionColumn<T>(
            runs.Length,
            list => runs[list].Count == 0 ? OfNothing ?? default : values[runs[list].Start],
            list => runs[list].Count == 0 ? OfNothing is null : values.IsNull(runs[list].Start));
    }
}
