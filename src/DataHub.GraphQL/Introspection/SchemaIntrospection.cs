using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Introspection;

/// <summary>
/// Section 4: the schema as data. The introspection types are ordinary types, answered from ordinary objects by the same executor.
/// </summary>
internal static class SchemaIntrospection
{
    /// <summary>Gives <c>__schema</c>, <c>__type</c> and the fields with <c>includeDeprecated</c> their resolvers.</summary>
    public static void Bind(Schema schema)
    {
        Bind(schema, MetaFields.Find(schema, schema.Query, MetaFields.SchemaField)!, static (_, s) => new SchemaRow(s));
        Bind(schema, MetaFields.Find(schema, schema.Query, MetaFields.TypeField)!,
            static (field, s) => TypeRow.Of(s.Type(field.Argument<string>("name")!), s));
        var (type, fieldType, directive) = (Type(schema, "__Type"), Type(schema, "__Field"), Type(schema, "__Directive"));
        BindList<TypeRow, FieldRow>(schema, type.Field("fields")!, row =>
            (row.Type as FieldsType)?.Fields.Select(f => new FieldRow(f, schema)), f => f.IsDeprecated);
        BindList<TypeRow, EnumValueRow>(schema, type.Field("enumValues")!, row =>
            (row.Type as EnumType)?.Values.Select(v => new EnumValueRow(v)), v => v.IsDeprecated);
        BindList<TypeRow, InputValueRow>(schema, type.Field("inputFields")!, row =>
            Inputs((row.Type as InputObjectType)?.Fields, schema), i => i.IsDeprecated);
        BindList<FieldRow, InputValueRow>(schema, fieldType.Field("args")!, row =>
            Inputs(row.Field.Arguments, schema), i => i.IsDeprecated);
        BindList<DirectiveRow, InputValueRow>(schema, directive.Field("args")!, row =>
            Inputs(row.Directive.Arguments, schema), i => i.IsDeprecated);
    }

    private static void Bind<TRow>(Schema schema, FieldDefinition field, Func<FieldSelection, Schema, TRow> read) =>
        field.Resolver = new DelegateResolver((context, _) => new(ObjectRowSet.Resolve([read(context.Field, schema)], field, schema)));

    private static void BindList<TRow, TItem>(
        Schema schema, FieldDefinition field, Func<TRow, IEnumerable<TItem>?> read, Func<TItem, bool> isDeprecated) where TRow : class
    {
        field.Resolver = new DelegateResolver((context, parents) =>
        {
            var all = context.Field.Argument<bool>("includeDeprecated");
            var lists = ((ObjectRowSet<TRow>)parents).Items
                .Select(row => read(row)?.Where(item => all || !isDeprecated(item)))
                .ToArray();
            return new(ObjectRowSet.Resolve(lists, field, schema));
        });
    }

    private static IEnumerable<InputValueRow>? Inputs(IReadOnlyList<InputValueDefinition>? inputs, Schema schema) =>
        inputs?.Select(input => new InputValueRow(input, schema));

    private static FieldsType Type(Schema schema, string name) => (FieldsType)schema.Type(name)!;
}
