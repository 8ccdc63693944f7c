using System.Collections.Concurrent;
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

/// <summary>
/// Collects the bindings of the slices and makes the hub of them; refuses when contract and code differ in either direction. The slices
/// register again for each view of the contract: what they bind to a field that a view does not have is left out there, and what is to be
/// one for all views they <see cref="Share"/>.
/// </summary>
public sealed class HubBuilder
{
    private readonly ViewRights? rights;
    private readonly IReadOnlyList<DocumentNode> documents;
    private readonly ConcurrentDictionary<Type, Lazy<object>> shared;
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
        documents = SchemaBuilder.Parse(Contract.Sources());
        shared = [];
        Restrictions = new Restrictions(parts.Upkeep ?? parts.DataSource);
        Schema = SchemaBuilder.Build(documents);
        HubScalars.Bind(Schema);
        rules = new AccessRules(Schema);
        filters = new ContractFilters(rules, Faults);
        using var context = new HubModel(new DbContextOptionsBuilder<HubModel>().UseNpgsql().Options);
        model = context.Model;
    }

    private HubBuilder(HubBuilder whole, ViewRights rights)
    {
        (Parts, documents, shared, rules, model) = (whole.Parts, whole.documents, whole.shared, whole.rules, whole.model);
        Restrictions = whole.Restrictions;
        this.rights = rights;
        Schema = ViewContract.Of(documents, whole.Schema, rights);
        HubScalars.BindPart(Schema);
        filters = new ContractFilters(rules, Faults);
    }

    public HubParts Parts { get; }

    /// <summary>Persons whose data goes to few.</summary>
    public Restrictions Restrictions { get; }

    /// <summary>The contract, or what a permission set has of it.</summary>
    public Schema Schema { get; }

    public BindingFaults Faults { get; } = new();

    /// <summary>Something that all views use: made by the first one that asks for its type.</summary>
    public T Share<T>(Func<T> make) where T : class => (T)shared.GetOrAdd(typeof(T), _ => new Lazy<object>(make)).Value;

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
        foreach (var extra in answered.Except(declared)) AddUnlessHidden($"{name}.{extra}", "is bound, but the contract has no such field");
    }

    /// <summary>The resolver of a field.</summary>
    public void Resolve(string coordinate, FieldResolver resolver)
    {
        var parts = coordinate.Split('.');
        if ((Schema.Type(parts[0]) as FieldsType)?.Field(parts[1]) is { } field) field.Resolver = resolver;
        else AddUnlessHidden(coordinate, "is bound, but the contract has no such field");
    }

    /// <summary>The resolver of a field, as a function of the request, the field and the parents.</summary>
    public void Resolve(string coordinate, Func<HubRequest, ResolveContext, RowSet, ValueTask<ResolvedField>> resolve) =>
        Resolve(coordinate, new DelegateResolver((context, parents) => resolve((HubRequest)context.Request, context, parents)));

    /// <summary>Where the events of a subscription's root field come from.</summary>
    public void Events(string coordinate, EventSource source)
    {
        var parts = coordinate.Split('.');
        if (Schema.Subscription is { } type && type.Name == parts[0] && type.Field(parts[1]) is { } field) field.Events = source;
        else AddUnlessHidden(coordinate, "is bound to events, but the contract has no such subscription");
    }

    /// <summary>Says that a filter map understands exactly the fields of an input type, which is then not read from the contract.</summary>
    public void Filters(string inputType, FilterMap map)
    {
        var declared = (Schema.Type(inputType) as InputObjectType)?.Fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var missing in declared.Except(map.FieldNames)) Faults.Add($"{inputType}.{missing}", "no filter understands it");
        var logic = new[] { "and", "or", "not" };
        foreach (var extra in map.FieldNames.Except(declared).Except(logic))
            AddUnlessHidden($"{inputType}.{extra}", "is bound, but the contract has no such field");
        filters.Add(inputType, map);
    }

    /// <summary>The hub of what the slices register; throws with every difference between contract and code.</summary>
    public Hub Build(Action<HubBuilder> register)
    {
        var whole = Bind(register);
        return new Hub(Parts, whole, rules, held => new HubBuilder(this, held).Bind(register)) { Restrictions = Restrictions };
    }

    private Bindings Bind(Action<HubBuilder> register)
    {
        register(this);
        foreach (var (name, table) in tables)
            if (rights is null || Schema.Type(name) is not null) types[name] = table.Build(Schema, Faults, (rules, rights));
        foreach (var type in types.Values) AttachChildren(type);
        if (rights is null)
        {
            new BindingCheck(Schema, types, objects, assembled, Faults).Run();
            new OrderCheck(Schema, types, rules, Faults).Run();
        }
        var lists = new ContractLists(Schema, types, (filters, new ContractOrders(rules, Faults)));
        var aggregates = new ConnectionAggregates(Schema, types, rules, Faults);
        Faults.ThrowIfAny();
        return new Bindings(Schema, types, lists, aggregates);
    }

    // The whole contract has been looked at when views are made: what they lack is hidden.
    private void AddUnlessHidden(string coordinate, string fault)
    {
        if (rights is null) Faults.Add(coordinate, fault);
    }

    private void AttachChildren(TableType type)
    {
        foreach (var children in type.Fields.Values.OfType<ChildrenField>())
            Resolve($"{type.Name}.{children.Name}", new ChildResolver(children));
    }
}
