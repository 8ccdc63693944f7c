using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Cost;

/// <summary>Cost of the directives on a field (IBM GraphQL cost specification, section 5.3.2.2): that of their arguments.</summary>
internal sealed class DirectiveWeights
{
    private readonly Schema schema;
    private readonly InputWeights inputs;
    private readonly HashSet<string> weighty;

    public DirectiveWeights(Schema schema, InputWeights inputs)
    {
        (this.schema, this.inputs) = (schema, inputs);
        weighty = [.. schema.Directives.Where(d => d.Arguments.Any(inputs.IsWeighty)).Select(d => d.Name)];
    }

    /// <summary>False when no directive of the schema can cost anything.</summary>
    public bool Any => weighty.Count > 0;

    /// <summary>May be negative: the specification rounds up to zero at the field.</summary>
    public double Of(FieldSelection field, IReadOnlyDictionary<string, object?> variables) =>
        field.Nodes.SelectMany(n => n.Directives).Where(d => weighty.Contains(d.Name.Value)).Sum(d => Of(d, variables));

    private double Of(DirectiveNode directive, IReadOnlyDictionary<string, object?> variables)
    {
        var cost = 0.0;
        foreach (var argument in schema.Directive(directive.Name.Value)!.Arguments)
            cost += inputs.Of(argument, ValueOf(argument, directive, variables));
        return cost;
    }

    private static object? ValueOf(
        InputValueDefinition argument, DirectiveNode directive, IReadOnlyDictionary<string, object?> variables)
    {
        var literal = directive.Arguments.FirstOrDefault(a => a.Name.Value == argument.Name)?.Value;
        var coercion = new LiteralCoercion(variables, new CoercionProblems());
        if (coercion.IsGiven(literal)) return coercion.TryCoerce(literal!, argument.Type, out var value) ? value : null;
        return argument.DefaultValue is null ? null : InputValues.DefaultOf(argument);
    }
}
