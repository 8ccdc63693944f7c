using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.Access;

/// <summary>
/// The contract's @access directives as rules, checked for a whole operation before any resolver runs. A field without a rule of its
/// own has that of its type; a type without one is open to whoever reached it.
/// </summary>
public sealed class AccessRules
{
    private readonly Dictionary<FieldDefinition, Rule> fields = [];
    private readonly Dictionary<ObjectType, Rule> types = [];
    private readonly Dictionary<InputObjectType, ObjectType> toldOf = [];

    private sealed record Rule(IReadOnlySet<string> Scopes, IReadOnlySet<string> Purposes)
    {
        public bool Allows(Caller caller) => Purposes.Contains(caller.Purpose) && Scopes.Overlaps(caller.Scopes);
    }

    public AccessRules(Schema schema)
    {
        foreach (var input in schema.Types.OfType<InputObjectType>())
            if (TypeToldOf(input, schema) is { } told) toldOf[input] = told;
        foreach (var type in schema.Types.OfType<ObjectType>())
        {
            var own = RuleOf(type.Directives);
            if (own is not null) types[type] = own;
            foreach (var field in type.Fields)
            {
                if ((RuleOf(field.Directives) ?? own) is { } rule) fields[field] = rule;
            }
        }
    }

    /// <summary>True when the caller may see objects of the type at all.</summary>
    public bool Allows(Caller caller, ObjectType type) => !types.TryGetValue(type, out var rule) || rule.Allows(caller);

    /// <summary>True when the caller may have the field.</summary>
    public bool Allows(Caller caller, FieldDefinition field) => !fields.TryGetValue(field, out var rule) || rule.Allows(caller);

    /// <summary>
    /// True when the use of a filter or sort input's field is refused to those who may not have the field it tells of: nobody is kept from
    /// that, or the input is named after the field's type.
    /// </summary>
    public bool Guards(InputObjectType input, FieldDefinition told) => !fields.ContainsKey(told) || Tells(input, told.Name) == told;

    /// <summary>True when nobody may have <paramref name="field"/> who may not have <paramref name="other"/>.</summary>
    public bool IsAsClosed(FieldDefinition field, FieldDefinition other) => !fields.TryGetValue(other, out var rule)
        || (fields.TryGetValue(field, out var own) && own.Scopes.IsSubsetOf(rule.Scopes) && own.Purposes.IsSubsetOf(rule.Purposes));

    /// <summary>Every field of the plan that the caller may not have, once; empty when all is allowed.</summary>
    public IReadOnlyList<GraphQLError> Check(OperationPlan plan, Caller caller)
    {
        var refused = new List<GraphQLError>();
        var open = new Queue<SelectionPlan>([plan.Root]);
        while (open.TryDequeue(out var selection))
        {
            foreach (var field in selection.Fields) Check(field, caller, refused, open);
        }
        return refused;
    }

    /// <summary>True when <see cref="Check(OperationPlan, Caller)"/> finds nothing but for the fields' arguments.</summary>
    public bool AllowsFields(OperationPlan plan, Caller caller) => AllowsFields(plan.Root, caller);

    /// <summary>True when the caller may have every field of which the arguments tell.</summary>
    public bool AllowsInputs(Caller caller, FieldSelection field)
    {
        foreach (var argument in field.Arguments)
            if (!AllowsInput(argument.Value, caller)) return false;
        return true;
    }

    private bool AllowsFields(SelectionPlan selection, Caller caller)
    {
        foreach (var field in selection.Fields)
        {
            if (!Allows(caller, field.Definition)) return false;
            foreach (var (type, below) in field.Selections)
                if (IsAsked(field, type, caller) && !AllowsFields(below, caller)) return false;
        }
        return true;
    }

    private void Check(FieldSelection field, Caller caller, List<GraphQLError> refused, Queue<SelectionPlan> open)
    {
        if (fields.TryGetValue(field.Definition, out var rule) && !rule.Allows(caller)) refused.Add(Refusal(field, field.Definition.Coordinate));
        var told = new HashSet<FieldDefinition>();
        foreach (var argument in field.Arguments.Values) CheckInput(argument, caller, told);
        refused.AddRange(told.Select(f => Refusal(field, f.Coordinate)));
        foreach (var (type, below) in field.Selections)
            if (IsAsked(field, type, caller)) open.Enqueue(below);
    }

    // Objects of a type the caller may not see never come out of an abstract field, so what is asked of them is not asked.
    private bool IsAsked(FieldSelection field, ObjectType type, Caller caller) =>
        field.Definition.Type.Named is not (InterfaceType or UnionType) || Allows(caller, type);

    private bool AllowsInput(object? value, Caller caller)
    {
        if (value is object?[] items)
        {
            foreach (var item in items)
                if (!AllowsInput(item, caller)) return false;
        }
        else if (value is InputObject input)
        {
            foreach (var (name, inner) in input)
            {
                if (Tells(input.Type, name) is { } told && !Allows(caller, told)) return false;
                if (!AllowsInput(inner, caller)) return false;
            }
        }
        return true;
    }

    // A condition or an order on a field tells of the field: XFilterInput.name and XSortInput.name need what X.name needs.
    private void CheckInput(object? value, Caller caller, HashSet<FieldDefinition> refused)
    {
        if (value is object?[] items)
        {
            foreach (var item in items) CheckInput(item, caller, refused);
            return;
        }
        if (value is not InputObject input) return;
        foreach (var (name, inner) in input)
        {
            if (Tells(input.Type, name) is { } told && fields.TryGetValue(told, out var rule) && !rule.Allows(caller))
                refused.Add(told);
            CheckInput(inner, caller, refused);
        }
    }

    private FieldDefinition? Tells(InputObjectType input, string name) => toldOf.GetValueOrDefault(input)?.Field(name);

    private static ObjectType? TypeToldOf(InputObjectType input, Schema schema)
    {
        var suffix = input.Name.EndsWith("FilterInput", StringComparison.Ordinal) ? "FilterInput" : "SortInput";
        return input.Name.EndsWith(suffix, StringComparison.Ordinal) ? schema.Type(input.Name[..^suffix.Length]) as ObjectType : null;
    }

    private static GraphQLError Refusal(FieldSelection field, string coordinate) =>
        new($"The field \"{coordinate}\" is not open to this client for this purpose.", "FORBIDDEN")
        {
            Locations = [.. field.Nodes.Take(1).Select(n => n.Location)],
        };

    private static Rule? RuleOf(IReadOnlyList<AppliedDirective> directives) =>
        directives.FirstOrDefault(d => d.Name == "access") is { } access ? new Rule(Names(access, "scopes"), Names(access, "purposes")) : null;

    private static HashSet<string> Names(AppliedDirective directive, string argument) => directive.Argument(argument) switch
    {
        ListValueNode list => list.Values.OfType<EnumValueNode>().Select(v => v.Value).ToHashSet(StringComparer.Ordinal),
        EnumValueNode single => [single.Value],
        _ => [],
    };
}
