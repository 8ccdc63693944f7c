using DataHub.Access;
using DataHub.Database;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.Rights;
using DataHub.Shared.Scalars;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DataHub.Planning;

/// <summary>Collects the bindings of the slices and makes the hub of them; refuses when contract and code differ in either direction.</summary>
public sealed class HubBuilder
{
    private readonly Dictionary<string, TableTypeBuilder> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableType> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Type> objects = new(StringComparer.Ordinal);
    private readonly HashSet<string> assembled = new(StringComparer.Ordinal);
    private readonly IModel model;
    private readonly AccessRules rules;
    private readonly ContractFilters filters;

    public HubBuilder(HubParts parts)
    {
        Parts = parts;
        Restrictions = new Restrictions(parts.Upkeep ?? parts.DataSource);
        Schema = SchemaBuilder.Build(Contract.Sources());
        HubScalars.Bind(Schema);
        rules = new AccessRules(Schema);
        filters = new ContractFilters(rules, Faults);
        using var context = new HubModel(new DbContextOptionsBuilder<HubModel>().UseNpgsql().Options);
        model = context.Model;
    }

    public HubParts Parts { get; }

    /// <summary>Persons whose data goes to few.</summary>
    public Restrictions Restrictions { get; }

    public Schema Schema { get; }

    public BindingFaults Faults { get; } = new();

    /// <summary>An object type whose rows come from the table of <typeparamref name="TRow"/>.</summary>
    public TableTypeBuilder Table<TRow>(string name) =>
        tables[name] = new TableTypeBuilder(name, model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException($"{typeof(TRow).Name} has no table."));

    /// <summary>More fields for a table-backed type of another slice.</summary>
    public TableTypeBuilder Extend(string name) => tables[name];

    /// <summary>An object type whose rows come from a query.</summary>
    public TableTypeBuilder Query(string name, Fragment query) => tables[name] = new TableTypeBuilder(name, null).Source(query);

    /// <summary>A table-backed type; to be called when requests run, not while slices register.</summary>
    public Func<TableType> Type(string name) => () => types[name];

    /// <summary>Object types whose rows are C# objects of these classes, by the classes' names.</summary>
    public void Objects(params Type[] classes)
    {
        foreach (var type in classes) objects.Add(type.Name, type);
    }

    /// <summary>An object type that a resolver puts together itself, with the fields it answers for.</summary>
    public void Assemble(string name, params string[] answered)
    {
        assembled.Add(name);
        var declared = (Schema.Type(name) as ObjectType)?.Fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var missing in declared.Except(answered)) Faults.Add($"{name}.{missing}", "nothing gives it values");
        foreach (var extra in answered.Except(declared)) Faults.Add($"{name}.{extra}", "is bound, but the contract has no such field");
    }

    /// <summary>The resolver of a field.</summary>
    public void Resolve(string coordinate, FieldResolver resolver)
    {
        var parts = coordinate.Split('.');
        if ((Schema.Type(parts[0]) as FieldsType)?.Field(parts[1]) is { } field) field.Resolver = resolver;
        else Faults.Add(coordinate, "is bound, but the contract has no such field");
    }

    /// <summary>The resolver of a field, as a function of the request, the field and the parents.</summary>
    public void Resolve(string coordinate, Func<HubRequest, ResolveContext, RowSet, ValueTask<ResolvedField>> resolve) =>
        Resolve(coordinate, new DelegateResolver((context, parents) => resolve((HubRequest)context.Request, context, parents)));

    /// <summary>Where the events of a subscription's root field come from.</summary>
    public void Events(string coordinate, EventSource source)
    {
        var parts = coordinate.Split('.');
        if (Schema.Subscription is { } type && type.Name == parts[0] && type.Field(parts[1]) is { } field) field.Events = source;
        else Faults.Add(coordinate, "is bound to events, but the contract has no such subscription");
    }

    /// <summary>Says that a filter map understands exactly the fields of an input type, which is then not read from the contract.</summary>
    public void Filters(string inputType, FilterMap map)
    {
        var declared = (Schema.Type(inputType) as InputObjectType)?.Fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var missing in declared.Except(map.FieldNames)) Faults.Add($"{inputType}.{missing}", "no filter understands it");
        var logic = new[] { "and", "or", "not" };
        foreach (var extra in map.FieldNames.Except(declared).Except(logic)) Faults.Add($"{inputType}.{extra}", "is bound, but the contract has no such field");
        filters.Add(inputType, map);
    }

    /// <summary>The hub; throws with every difference between contract and code.</summary>
    public Hub Build()
    {
        foreach (var (name, table) in tables) types[name] = table.Build(Schema, Faults);
        foreach (var type in types.Values) AttachChildren(type);
        new BindingCheck(Schema, types, objects, assembled, Faults).Run();
        var lists = new ContractLists(Schema, types, (filters, new ContractOrders(rules, Faults)));
        var aggregates = new ConnectionAggregates(Schema, types, rules, Faults);
        Faults.ThrowIfAny();
        return new Hub(Parts, Schema, types, (lists, aggregates)) { Restrictions = Restrictions };
    }

    private void AttachChildren(TableType type)
    {
        foreach (var children in type.Fields.Values.OfType<ChildrenField>())
            Resolve($"{type.Name}.{children.Name}", new ChildResolver(children));
    }
}
