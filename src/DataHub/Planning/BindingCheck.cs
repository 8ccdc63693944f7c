using System.Reflection;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>Compares contract and code: every field has values of a fitting type, everything personal has an access rule.</summary>
internal sealed class BindingCheck(
    Schema schema,
    IReadOnlyDictionary<string, TableType> tables,
    IReadOnlyDictionary<string, Type> objects,
    IReadOnlySet<string> assembled,
    BindingFaults faults)
{
    private static readonly MethodInfo CanWriteMethod = typeof(BindingCheck).GetMethod(nameof(CanWrite), BindingFlags.NonPublic | BindingFlags.Static)!;
    private readonly NullabilityInfoContext nullability = new();

    public void Run()
    {
        foreach (var type in schema.Types.OfType<ObjectType>().Where(t => !t.IsBuiltIn))
        {
            foreach (var field in type.Fields) Check(type, field);
        }
        foreach (var name in objects.Keys.Where(name => schema.Type(name) is not ObjectType)) faults.Add(name, "is a class for an object type the contract does not have");
    }

    private void Check(ObjectType type, FieldDefinition field)
    {
        if (Has(field.Directives, "sensitive") && !Has(field.Directives, "access") && !IsGuarded(type, []))
            faults.Add(field.Coordinate, "is sensitive, but nothing says who may read it");
        if (type == schema.Subscription && field.Events is null) faults.Add(field.Coordinate, "nothing gives it events");
        if (type == schema.Query || type == schema.Mutation || type == schema.Subscription) CheckRoot(field);
        else if (tables.TryGetValue(type.Name, out var table)) CheckColumn(table, field);
        else if (field.Resolver is null && !IsPaging(type) && !assembled.Contains(type.Name)) CheckProperty(type, field);
    }

    // By a rule of its own, or of every field through which it is reached.
    private bool IsGuarded(ObjectType type, HashSet<ObjectType> met)
    {
        if (Has(type.Directives, "access") || !met.Add(type)) return true;
        if (type == schema.Query || type == schema.Mutation || type == schema.Subscription) return false;
        var ways = from parent in schema.Types.OfType<ObjectType>()
                   from way in parent.Fields
                   where way.Type.Named == type
                   select Has(way.Directives, "access") || IsGuarded(parent, met);
        return ways.All(isGuarded => isGuarded);
    }

    private static bool Has(IReadOnlyList<AppliedDirective> directives, string name) => directives.Any(d => d.Name == name);

    private void CheckRoot(FieldDefinition field)
    {
        if (field.Resolver is null) faults.Add(field.Coordinate, "nothing gives it values");
        if (!field.Directives.Any(d => d.Name == "access")) faults.Add(field.Coordinate, "nothing says who may ask");
    }

    private void CheckColumn(TableType table, FieldDefinition field)
    {
        if (table.Fields.GetValueOrDefault(field.Name) is { } bound && ValueType(bound) is { } clrType) CheckLeaf(field, clrType);
    }

    private static Type? ValueType(TableField bound) => bound switch
    {
        ColumnField column => column.ClrType,
        ExpressionField expression => expression.ClrType,
        MaskedField masked => ValueType(masked.Inner),
        HiddenField hidden => ValueType(hidden.Inner),
        ConsentField consented => consented.Inner.ClrType,
        _ => null,
    };

    private void CheckProperty(ObjectType type, FieldDefinition field)
    {
        if (!objects.TryGetValue(type.Name, out var clrType))
        {
            faults.Add(type.Name, "nothing makes its objects");
            return;
        }
        var property = clrType.GetProperty(char.ToUpperInvariant(field.Name[0]) + field.Name[1..]);
        if (property is null)
        {
            faults.Add(field.Coordinate, $"class {clrType.Name} has no such property");
            return;
        }
        var valueType = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var isNullable = valueType != property.PropertyType || nullability.Create(property).ReadState == NullabilityState.Nullable;
        if (isNullable == field.Type.IsNonNull) faults.Add(field.Coordinate, $"is {field.Type}, but {clrType.Name}.{property.Name} {(isNullable ? "may be" : "is never")} null");
        if (field.Type.Nullable is not ListType) CheckLeaf(field, valueType);
    }

    private void CheckLeaf(FieldDefinition field, Type clrType)
    {
        switch (field.Type.Named)
        {
            case ScalarType scalar when !(bool)CanWriteMethod.MakeGenericMethod(clrType).Invoke(null, [scalar])!:
                faults.Add(field.Coordinate, $"{clrType.Name} cannot be written as {scalar.Name}");
                break;
            case EnumType when clrType == typeof(string):
                break;
            case EnumType type when clrType.IsEnum:
                CheckMembers(type, clrType);
                break;
            case EnumType type:
                faults.Add(field.Coordinate, $"{clrType.Name} cannot be written as {type.Name}");
                break;
        }
    }

    private void CheckMembers(EnumType type, Type clrType)
    {
        var members = Enum.GetNames(clrType).Select(UpperSnakeCase).ToHashSet(StringComparer.Ordinal);
        var values = type.Values.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var missing in values.Except(members)) faults.Add($"{type.Name}.{missing}", $"{clrType.Name} has no such member");
        foreach (var extra in members.Except(values)) faults.Add($"{type.Name}.{extra}", "is a member in code, but the contract has no such value");
    }

    private static bool CanWrite<T>(ScalarType scalar) => scalar.Codec.WriterFor<T>() is not null;

    private static string UpperSnakeCase(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) && !char.IsUpper(name[i - 1]) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));

    private static bool IsPaging(ObjectType type) =>
        type.Name == "PageInfo" || type.Name.EndsWith("Connection", StringComparison.Ordinal) || type.Name.EndsWith("Edge", StringComparison.Ordinal);
}
