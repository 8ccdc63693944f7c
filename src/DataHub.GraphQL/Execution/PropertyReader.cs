using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>Reads one property of all objects of a set; made once per class and field.</summary>
internal abstract class PropertyReader<T> where T : class
{
    private static readonly ConditionalWeakTable<FieldDefinition, PropertyReader<T>> ByField = [];
    private static readonly ConcurrentDictionary<string, PropertyReader<T>?> ByName = new(StringComparer.Ordinal);

    /// <summary>Null when the class has no property of the field's name.</summary>
    public static PropertyReader<T>? For(FieldDefinition field)
    {
        if (ByField.TryGetValue(field, out var known)) return known;
        if (Property(field.Name) is not { } property) return null;
        return ByField.GetValue(field, _ => Make(property, ValueShaper.For(property.PropertyType, field.Type)));
    }

    /// <summary>The property's values as they are; null when the class has no property of that name.</summary>
    public static Column? Column(string name, IReadOnlyList<T> items, Schema schema) =>
        ByName.GetOrAdd(name, static n => Property(n) is { } property ? Make(property, ValueShaper.Leaf(property.PropertyType)) : null)
            ?.Read(items, schema).Values;

    public abstract ResolvedField Read(IReadOnlyList<T> items, Schema schema);

    private static PropertyReader<T> Make(PropertyInfo property, object shaper) =>
        (PropertyReader<T>)Activator.CreateInstance(typeof(Typed<>).MakeGenericType(typeof(T), property.PropertyType), property, shaper)!;

    private static PropertyInfo? Property(string fieldName)
    {
        var name = char.ToUpperInvariant(fieldName[0]) + fieldName[1..];
        return typeof(T).GetInterfaces().Prepend(typeof(T))
            .Select(type => type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance))
            .FirstOrDefault(property => property?.GetMethod is { IsPublic: true });
    }

    private sealed class Typed<TValue>(PropertyInfo property, ValueShaper<TValue> shaper) : PropertyReader<T>
    {
        private readonly Func<T, TValue> get = property.GetMethod!.CreateDelegate<Func<T, TValue>>();

        public override ResolvedField Read(IReadOnlyList<T> items, Schema schema)
        {
            var values = new TValue[items.Count];
            if (items is T[] array)
                for (var i = 0; i < array.Length; i++) values[i] = get(array[i]);
            else
                for (var i = 0; i < values.Length; i++) values[i] = get(items[i]);
            return shaper.Shape(values, schema);
        }
    }
}
