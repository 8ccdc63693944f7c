using DataHub.GraphQL.Types;
using DataHub.Planning;

namespace DataHub.Access;

/// <summary>
/// What of the contract is there for a permission set: fields that it may have and what can be reached by them. What is left out leaves no
/// trace: a condition or an order on a field goes with it, a type with its last field, a field with its type.
/// </summary>
internal sealed class ViewContents
{
    private static readonly string[] Logic = ["and", "or", "not"];
    private readonly Schema schema;
    private readonly ViewRights rights;
    private readonly HashSet<FieldDefinition> fields;
    private readonly HashSet<InputValueDefinition> inputs;
    private readonly HashSet<NamedType> types = [];

    /// <param name="schema">The whole contract.</param>
    /// <param name="rights">The permission set.</param>
    public ViewContents(Schema schema, ViewRights rights)
    {
        (this.schema, this.rights) = (schema, rights);
        fields = schema.Types.OfType<FieldsType>().SelectMany(type => type.Fields).Where(IsOpen).ToHashSet();
        inputs =
        [
            .. schema.Types.OfType<InputObjectType>().SelectMany(input => input.Fields.Where(field => IsOpen(input, field))),
            .. fields.SelectMany(field => field.Arguments),
        ];
        while (RemoveWhatHasNoType())
        {
            // What was removed may have been the last part of something else.
        }
        Reach();
    }

    public bool Has(NamedType type) => type.IsBuiltIn || types.Contains(type);

    public bool Has(FieldDefinition field) => fields.Contains(field);

    /// <summary>True when the field is there and can be reached.</summary>
    public bool Sees(FieldDefinition field) => Has(field.Parent) && Has(field);

    /// <summary>An argument or an input field.</summary>
    public bool Has(InputValueDefinition input) => inputs.Contains(input);

    /// <summary>True when objects of the type are among what the interface stands for.</summary>
    public bool Implements(FieldsType type, InterfaceType implemented) =>
        Has(type) && Has(implemented) && HasFieldsOf(type, implemented);

    /// <summary>True for the directives that say who may have what: their definitions are for those who write the contract.</summary>
    public static bool IsPolicy(string directive) => directive is "access" or "sensitive" or "source";

    // A figure over values tells of each of them.
    private bool IsOpen(FieldDefinition field) => ConnectionAggregates.ToldOf(field) is { } told
        ? rights.Sees(field).IsFull && rights.Sees(told).IsFull
        : rights.Sees(field).IsOpen;

    private bool IsOpen(InputObjectType input, InputValueDefinition field) =>
        AccessRules.TypeToldOf(input) is not { } name
        || (schema.Type(name) as FieldsType)?.Field(field.Name) is not { } told
        || rights.Sees(told).IsFull;

    private bool RemoveWhatHasNoType() =>
        inputs.RemoveWhere(input => !IsThere(input.Type.Named))
        + fields.RemoveWhere(field => !IsThere(field.Type.Named) || field.Arguments.Any(Lacks)) > 0;

    private bool Lacks(InputValueDefinition input) => input.IsRequired && !inputs.Contains(input);

    private bool IsThere(NamedType type) => type.IsBuiltIn || type switch
    {
        ObjectType rows => rows.Fields.Any(fields.Contains) && (RowsOf(rows) is not { } row || fields.Contains(row)),
        InterfaceType some => some.Fields.Any(fields.Contains)
            && schema.PossibleTypes(some).Any(type => IsThere(type) && HasFieldsOf(type, some)),
        UnionType some => some.Types.Any(IsThere),
        InputObjectType input => input.Fields.Any(field => inputs.Contains(field) && !Logic.Contains(field.Name))
            && !input.Fields.Any(Lacks),
        _ => true,
    };

    private bool HasFieldsOf(FieldsType type, InterfaceType implemented) =>
        implemented.Fields.All(field => !fields.Contains(field) || fields.Contains(type.Field(field.Name)!));

    // A page without its rows would be a count of what is not there.
    private static FieldDefinition? RowsOf(ObjectType type) =>
        type.Name.EndsWith("Connection", StringComparison.Ordinal) ? type.Field("nodes")
        : type.Name.EndsWith("Edge", StringComparison.Ordinal) ? type.Field("node")
        : null;

    private void Reach()
    {
        foreach (var root in new[] { schema.Query, schema.Mutation, schema.Subscription })
            if (root is not null && (root == schema.Query || root.Fields.Any(fields.Contains))) Reach(root);
        foreach (var argument in schema.Directives.Where(d => !IsPolicy(d.Name)).SelectMany(d => d.Arguments)) Reach(argument.Type.Named);
        // Interfaces that only fragments name stand for what is there by itself.
        var named = types.OfType<FieldsType>().SelectMany(type => type.Interfaces.Where(i => HasFieldsOf(type, i))).ToList();
        foreach (var implemented in named)
            if (implemented.Fields.Any(fields.Contains) && types.Add(implemented)) ReachFields(implemented);
    }

    private void Reach(NamedType type)
    {
        if (type.IsBuiltIn || !types.Add(type)) return;
        switch (type)
        {
            case InterfaceType some:
                foreach (var possible in schema.PossibleTypes(some).Where(p => IsThere(p) && HasFieldsOf(p, some))) Reach(possible);
                ReachFields(some);
                break;
            case FieldsType rows:
                ReachFields(rows);
                break;
            case UnionType some:
                foreach (var member in some.Types.Where(IsThere)) Reach(member);
                break;
            case InputObjectType input:
                foreach (var field in input.Fields.Where(inputs.Contains)) Reach(field.Type.Named);
                break;
        }
    }

    private void ReachFields(FieldsType type)
    {
        foreach (var field in type.Fields.Where(fields.Contains))
        {
            Reach(field.Type.Named);
            foreach (var argument in field.Arguments.Where(inputs.Contains)) Reach(argument.Type.Named);
        }
    }
}
