using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Rows and answers made of C# objects.</summary>
public static class ObjectRowSet
{
    /// <summary>One row an object, none of them null.</summary>
    public static ObjectRowSet<T> Of<T>(IReadOnlyList<T> items, Schema schema) where T : class => new(items, schema);

    /// <summary>
    /// What a resolver answers when it has one C# value a parent row: a leaf value, an object, or any sequence of these for a list;
    /// null where the
    /// parent has none.
    /// </summary>
    public static ResolvedField Resolve<T>(IReadOnlyList<T> values, FieldDefinition field, Schema schema) =>
        ((ValueShaper<T>)ValueShaper.For(typeof(T), field.Type)).Shape(values as T[] ?? values.ToArray(), schema);
}

/// <summary>
/// Rows over C# objects: a field is read from the property of the same name (<c>registeredOn</c> ↔ <c>RegisteredOn</c>). The concrete
/// type of a row
/// is the object type named as its class, or as its <see cref="ObjectTypeNameAttribute"/> says.
/// </summary>
public sealed class ObjectRowSet<T>(IReadOnlyList<T> items, Schema schema) : RowSet where T : class
{
    /// <summary>The objects, by row.</summary>
    public IReadOnlyList<T> Items { get; } = items;

    public override int Count => Items.Count;

    public override ResolvedField Read(FieldSelection field)
    {
        if (PropertyReader<T>.For(field.Definition) is { } reader) return reader.Read(Items, schema);
        return AsRuntimeType()?.Read(field)
            ?? throw new InvalidOperationException($"{typeof(T).Name} has no property for {field.Definition.Coordinate}.");
    }

    public override ObjectType TypeOf(int row)
    {
        for (var type = Items[row].GetType(); type is not null; type = type.BaseType)
            if (schema.Type(ObjectTypeNameAttribute.Of(type)) is ObjectType found) return found;
        throw new InvalidOperationException($"No object type is named as class {Items[row].GetType().Name}.");
    }

    public override RowSet Pick(int[] rows, ObjectType type) => new ObjectRowSet<T>(Array.ConvertAll(rows, row => Items[row]), schema);

    /// <summary>The property of that name, in camel case; throws when there is none of the type.</summary>
    public override Column<TValue> Column<TValue>(string name) =>
        PropertyReader<T>.Column(name, Items, schema) as Column<TValue>
        ?? AsRuntimeType()?.Column<TValue>(name)
        ?? throw new InvalidOperationException($"{typeof(T).Name} has no property \"{name}\" of type {typeof(TValue).Name}.");

    /// <summary>The same rows typed as their common class; null when that is no other than <typeparamref name="T"/>.</summary>
    private RowSet? AsRuntimeType()
    {
        var type = Items.Count == 0 ? typeof(T) : Items[0].GetType();
        if (type == typeof(T) || Items.Any(item => item.GetType() != type)) return null;
        var typed = Array.CreateInstance(type, Items.Count);
        for (var i = 0; i < Items.Count; i++) typed.SetValue(Items[i], i);
        return (RowSet)Activator.CreateInstance(typeof(ObjectRowSet<>).MakeGenericType(type), typed, schema)!;
    }
}
