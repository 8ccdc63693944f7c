using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Writes the values of a leaf field (section 6.4.3 CoerceResult): the writer is chosen once per column.</summary>
internal abstract class LeafOutput
{
    /// <summary>False when it is known that no element is null.</summary>
    public abstract bool MayHaveNulls { get; }

    /// <summary>Throws <see cref="InvalidOperationException"/> when the type has no representation for the column's C# type.</summary>
    public static LeafOutput For(Column column, NamedType type, FieldDefinition field) => (column, type) switch
    {
        // What most columns are, without the search for code that fits the column's type.
        (Utf8Column texts, ScalarType { Codec.WritesTextAsIs: true }) => TextOutput.Of(texts),
        (Utf8Column texts, EnumType @enum) => new Utf8EnumOutput(texts, EnumNames<string>.For(@enum)!),
        _ => column.Accept(new Chooser(type, field)),
    };

    /// <summary>What is said of a value that the type cannot represent.</summary>
    public static GraphQLError Unfit(NamedType type, FieldDefinition field) =>
        new($"A value of \"{field.Coordinate}\" cannot be represented as {type.Name}.", ErrorCodes.Result);

    public abstract bool IsNull(int element);

    /// <summary>Writes a value that passed <see cref="Check"/>, or <c>null</c>.</summary>
    public abstract void Write(ref JsonOutput json, int element);

    /// <summary>Which of the first <paramref name="count"/> elements cannot be represented; null when all can.</summary>
    public abstract List<int>? Check(int count);

    private sealed class Chooser(NamedType type, FieldDefinition field) : IColumnVisitor<LeafOutput>
    {
        public LeafOutput Visit<T>(Column<T> column) => type switch
        {
            ScalarType scalar => scalar.Codec.OutputOf(column),
            EnumType @enum => EnumNames<T>.For(@enum) is { } names ? new LeafOutput<T, EnumLeaf<T>>(column, new(names)) : null,
            _ => null,
        } ?? throw new InvalidOperationException($"{field.Coordinate}: {typeof(T).Name} cannot be written as {type.Name}.");
    }
}

/// <summary>A column and how its values are written.</summary>
internal sealed class LeafOutput<T, TWriter>(Column<T> column, TWriter writer) : LeafOutput where TWriter : struct, ILeafWriter<T>
{
    private readonly T[]? values = column.WholeArray;

    public override bool MayHaveNulls => values is null;

    public override bool IsNull(int element) => values is null && column.IsNull(element);

    public override void Write(ref JsonOutput json, int element)
    {
        if (values is not null) writer.Write(ref json, values[element]);
        else if (column.IsNull(element)) json.Null();
        else writer.Write(ref json, column[element]);
    }

    public override List<int>? Check(int count)
    {
        if (writer.TakesAll) return null;
        List<int>? unfit = null;
        for (var i = 0; i < count; i++)
            if (!IsNull(i) && !writer.Takes(values is null ? column[i] : values[i])) (unfit ??= []).Add(i);
        return unfit;
    }
}

/// <summary>
/// A column of text. One class for itself: generic code over a reference type is shared and looks up its writer at each value.
/// </summary>
internal sealed class TextOutput(Column<string> column) : LeafOutput
{
    private readonly string[]? values = column.WholeArray;

    /// <summary>A column of text as it lies in memory.</summary>
    public static LeafOutput Of(Column<string> column) => column is Utf8Column bytes ? new Utf8Output(bytes) : new TextOutput(column);

    public override bool MayHaveNulls => values is null;

    public override bool IsNull(int element) => values is null && column.IsNull(element);

    public override void Write(ref JsonOutput json, int element)
    {
        if (values is not null) json.Text(values[element]);
        else if (column.IsNull(element)) json.Null();
        else json.Text(column[element]);
    }

    public override List<int>? Check(int count) => null;
}
