using System.Text.Json;
using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Writes the values of a leaf field (section 6.4.3 CoerceResult): the writer is chosen once per column.</summary>
internal abstract class LeafOutput
{
    /// <summary>What is said of a value that the type cannot represent.</summary>
    public required GraphQLError Unfit { get; init; }

    /// <summary>Throws <see cref="InvalidOperationException"/> when the type has no representation for the column's C# type.</summary>
    public static LeafOutput For(Column column, NamedType type, FieldDefinition field)
    {
        var unfit = new GraphQLError($"A value of \"{field.Coordinate}\" cannot be represented as {type.Name}.", ErrorCodes.Result);
        return column.Accept(new Chooser(type, field, unfit));
    }

    public abstract bool IsNull(int element);

    /// <summary>Writes a value that is not null and passed <see cref="Check"/>.</summary>
    public abstract void Write(Utf8JsonWriter writer, int element);

    /// <summary>Which of the first <paramref name="count"/> elements cannot be represented; null when all can.</summary>
    public abstract List<int>? Check(int count);

    private sealed class Chooser(NamedType type, FieldDefinition field, GraphQLError unfit) : IColumnVisitor<LeafOutput>
    {
        public LeafOutput Visit<T>(Column<T> column)
        {
            var write = type switch
            {
                ScalarType scalar => scalar.Codec.WriterFor<T>(),
                EnumType @enum => EnumNaming.WriterFor<T>(@enum),
                _ => null,
            };
            if (write is null)
                throw new InvalidOperationException($"{field.Coordinate}: {typeof(T).Name} cannot be written as {type.Name}.");
            return new Typed<T>(column, write) { Unfit = unfit };
        }
    }

    private sealed class Typed<T>(Column<T> column, ScalarWriter<T> write) : LeafOutput
    {
        public override bool IsNull(int element) => column.IsNull(element);

        public override void Write(Utf8JsonWriter writer, int element)
        {
            if (!write(writer, column[element])) throw new InvalidOperationException("A column changed after it was checked.");
        }

        public override List<int>? Check(int count)
        {
            List<int>? unfit = null;
            for (var i = 0; i < count; i++)
                if (!column.IsNull(i) && !write(null, column[i])) (unfit ??= []).Add(i);
            return unfit;
        }
    }
}
