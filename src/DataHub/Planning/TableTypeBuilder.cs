using DataHub.Access;
using DataHub.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DataHub.Planning;

/// <summary>
/// Describes a table-backed type: fields that are named as a property of the row class need no line, the others one each.
/// </summary>
public sealed class TableTypeBuilder
{
    private readonly Dictionary<string, TableField> fields = new(StringComparer.Ordinal);
    private readonly IEntityType? entity;
    private readonly string name;
    private Func<Caller, Identifier, Fragment?>? rowRule;
    private Fragment? source;
    private (string Column, Type ClrType) key = ("id", typeof(long));

    /// <param name="name">Name of the object type in the SDL.</param>
    /// <param name="entity">Row class's entity type; null for a type whose source is a query.</param>
    public TableTypeBuilder(string name, IEntityType? entity)
    {
        (this.name, this.entity) = (name, entity);
        if (entity is null) return;
        source = Fragment.Of($"{new Identifier(entity.GetSchema()!)}.{new Identifier(entity.GetTableName()!)}");
    }

    /// <summary>Reads from a parenthesised query instead of a table.</summary>
    public TableTypeBuilder Source(Fragment query) => With(() => source = query);

    /// <summary>The column that tells rows apart, when it is not <c>id</c>.</summary>
    public TableTypeBuilder Key(string column, Type clrType) => With(() => key = (column, clrType));

    /// <summary>Rows that a caller may see.</summary>
    public TableTypeBuilder Rows(Func<Caller, Identifier, Fragment?> rule) => With(() => rowRule = rule);

    /// <summary>A column under another name than the field's.</summary>
    public TableTypeBuilder Column(string field, string column, Type clrType) => Add(new ColumnField(field, column, clrType));

    /// <summary>An SQL expression over columns of the row.</summary>
    public TableTypeBuilder Expression(string field, Type clrType, string[] inputs, Func<Identifier, Fragment> sql) =>
        Add(new ExpressionField(field, clrType, inputs, sql));

    public TableTypeBuilder Add(TableField field) => With(() => fields.Add(field.Name, field));

    /// <summary>The type; throws with all fields of the SDL type that nothing gives values for, and all lines for which the SDL has no field.</summary>
    /// <param name="schema">The contract, or what a permission set has of it.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <param name="rights">The permission set, without whose hidden fields the type is built; null: all fields are meant to be there.</param>
    public TableType Build(Schema schema, BindingFaults faults, ViewRights? rights)
    {
        if (schema.Type(name) is not ObjectType type)
        {
            faults.Add(name, "the contract has no such object type");
            return new TableType(name, source!, key.Column, fields);
        }
        if (rights is not null)
            foreach (var hidden in fields.Keys.Where(f => type.Field(f) is null).ToList()) fields.Remove(hidden);
        foreach (var field in type.Fields)
        {
            if (!fields.ContainsKey(field.Name) && !AddColumn(field)) faults.Add(field.Coordinate, "nothing gives it values");
            if (field.Type.IsNonNull && fields.GetValueOrDefault(field.Name) is ColumnField column && MayBeNull(column))
                faults.Add(field.Coordinate, $"is {field.Type}, but its column may be null");
        }
        foreach (var bound in fields.Keys.Where(f => type.Field(f) is null)) faults.Add($"{name}.{bound}", "is bound, but the contract has no such field");
        return new TableType(name, source!, key.Column, fields) { KeyType = key.ClrType, RowRule = rowRule };
    }

    private bool AddColumn(FieldDefinition field)
    {
        if (field.Name == "id" && field.Type.Named.Name == "ID") return fields.TryAdd(field.Name, new NodeIdField(field.Name, key.Column));
        var property = entity?.FindProperty(char.ToUpperInvariant(field.Name[0]) + field.Name[1..]);
        if (property is null || field.Type.Named is FieldsType or UnionType) return false;
        var clrType = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return fields.TryAdd(field.Name, new ColumnField(field.Name, property.GetColumnName(), clrType));
    }

    private bool MayBeNull(ColumnField column) =>
        entity?.GetProperties().FirstOrDefault(p => p.GetColumnName() == column.Column)?.IsNullable ?? false;

    private TableTypeBuilder With(Action change)
    {
        change();
        return this;
    }
}
