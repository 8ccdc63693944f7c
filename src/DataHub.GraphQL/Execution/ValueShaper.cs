using System.Collections;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Turns C# values, one a parent row, into list layers and a column or rows; made once per C# type and field type.</summary>
internal abstract class ValueShaper<T>
{
    public abstract ResolvedField Shape(T[] values, Schema schema);
}

internal static class ValueShaper
{
    /// <summary>
    /// Throws <see cref="InvalidOperationException"/> when values of the C# type cannot have the shape of the field's type.
    /// </summary>
    public static object For(Type clr, GraphQLType type)
    {
        if (type.Nullable is ListType list)
        {
            var item = ItemType(clr) ?? throw new InvalidOperationException($"{clr.Name} is no sequence, as {type} needs.");
            return Make(typeof(ListShaper<,>), [clr, item], For(item, list.Of));
        }
        if (type.Named is ScalarType or EnumType) return Leaf(clr);
        if (clr.IsValueType) throw new InvalidOperationException($"{clr.Name} is no class, as {type} needs.");
        return Make(typeof(ObjectShaper<>), [clr]);
    }

    public static object Leaf(Type clr) => System.Nullable.GetUnderlyingType(clr) is { } value
        ? Make(typeof(NullableShaper<>), [value])
        : Make(typeof(LeafShaper<>), [clr]);

    private static object Make(Type definition, Type[] arguments, params object[] parameters) =>
        Activator.CreateInstance(definition.MakeGenericType(arguments), parameters)!;

    private static Type? ItemType(Type clr) => clr.GetInterfaces().Prepend(clr)
        .FirstOrDefault(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        ?.GetGenericArguments()[0];

    private sealed class LeafShaper<T> : ValueShaper<T>
    {
        public override ResolvedField Shape(T[] values, Schema schema) => ResolvedField.Leaf(new ArrayColumn<T>(values));
    }

    private sealed class NullableShaper<T> : ValueShaper<T?> where T : struct
    {
        public override ResolvedField Shape(T?[] values, Schema schema)
        {
            var nulls = new BitArray(values.Length);
            var given = new T[values.Length];
            for (var i = 0; i < values.Length; i++)
            {
                nulls[i] = values[i] is null;
                given[i] = values[i].GetValueOrDefault();
            }
            return ResolvedField.Leaf(new ArrayColumn<T>(given, nulls));
        }
    }

    private sealed class ObjectShaper<T> : ValueShaper<T> where T : class
    {
        public override ResolvedField Shape(T[] values, Schema schema)
        {
            if (!Array.Exists(values, value => value is null)) return ResolvedField.One(new ObjectRowSet<T>(values, schema));
            var rowOf = new int[values.Length];
            var given = new List<T>();
            for (var i = 0; i < values.Length; i++)
            {
                rowOf[i] = values[i] is null ? -1 : given.Count;
                if (values[i] is not null) given.Add(values[i]);
            }
            return ResolvedField.One(new ObjectRowSet<T>(given, schema), rowOf);
        }
    }

    private sealed class ListShaper<T, TItem>(ValueShaper<TItem> inner) : ValueShaper<T> where T : IEnumerable<TItem>
    {
        public override ResolvedField Shape(T[] values, Schema schema)
        {
            var starts = new int[values.Length + 1];
            var nulls = new BitArray(values.Length);
            var items = new List<TItem>();
            for (var i = 0; i < values.Length; i++)
            {
                nulls[i] = values[i] is null;
                if (values[i] is not null) items.AddRange(values[i]);
                starts[i + 1] = items.Count;
            }
            var below = inner.Shape(items.ToArray(), schema);
            return new ResolvedField
            {
                Layers = [new ListLayer(starts, nulls), .. below.Layers],
                Values = below.Values,
                Rows = below.Rows,
                RowOf = below.RowOf,
            };
        }
    }
}
