using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>Binds the fields of a type in the form in which a consumer has them; a form that a field cannot have is a fault.</summary>
/// <param name="personColumn">Column that says which person a row is about; null: about none.</param>
/// <param name="faults">Receives what cannot be.</param>
public sealed class Masking(string? personColumn, BindingFaults faults)
{
    /// <summary>The field in its form.</summary>
    public TableField As(TableField bound, FieldDefinition field, Sight sight)
    {
        if (!sight.IsOpen || sight.IsFull) return bound;
        if (sight.NeedsConsent && field.Type.IsNonNull)
        {
            faults.Add(field.Coordinate, "needs consent, but is never null");
            return bound;
        }
        if (sight.Redaction == Redaction.Hide) return Hidden(bound, field);
        var mask = sight.Redaction is { } redaction ? Mask.Of(redaction, field) : null;
        if (sight.Redaction is not null && mask is null) faults.Add(field.Coordinate, $"is {field.Type}, of which there is no form {sight.Redaction}");
        if (sight.NeedsConsent) return Consented(bound, field, mask);
        return mask is null ? bound : new MaskedField(bound, mask);
    }

    private TableField Consented(TableField bound, FieldDefinition field, Mask? mask)
    {
        if (personColumn is not null && bound is ColumnField column) return new ConsentField(column, field.Coordinate, personColumn, mask);
        faults.Add(field.Coordinate, personColumn is null ? "needs consent, but nothing says whose" : "needs consent, but is no column");
        return bound;
    }

    // What is hidden asks no consent: there is nothing to have.
    private TableField Hidden(TableField bound, FieldDefinition field)
    {
        if (field.Type.IsNonNull) faults.Add(field.Coordinate, "is hidden from some, but never null");
        if (NullsFor(field) is { } nulls) return new HiddenField(bound, nulls);
        faults.Add(field.Coordinate, $"is {field.Type}, which cannot be hidden");
        return bound;
    }

    private static Func<int, Column>? NullsFor(FieldDefinition field) => field.Type.Nullable is ListType ? null : field.Type.Named switch
    {
        EnumType => Nulls<string>(),
        ScalarType scalar when scalar.Codec.WriterFor<string>() is not null => Nulls<string>(),
        ScalarType scalar when scalar.Codec.WriterFor<int>() is not null => Nulls<int>(),
        ScalarType scalar when scalar.Codec.WriterFor<decimal>() is not null => Nulls<decimal>(),
        ScalarType scalar when scalar.Codec.WriterFor<double>() is not null => Nulls<double>(),
        ScalarType scalar when scalar.Codec.WriterFor<bool>() is not null => Nulls<bool>(),
        ScalarType scalar when scalar.Codec.WriterFor<DateOnly>() is not null => Nulls<DateOnly>(),
        ScalarType scalar when scalar.Codec.WriterFor<DateTime>() is not null => Nulls<DateTime>(),
        _ => null,
    };

    private static Func<int, Column> Nulls<T>() => static count => new FunctionColumn<T>(count, static _ => default!, static _ => true);
}
