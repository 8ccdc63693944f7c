using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Cost;

/// <summary>
/// Cost of arguments (IBM GraphQL cost specification, section 5.3.2.2): the weight of each that has a value, and of the input fields in it.
/// Works on coerced values, so that it makes no difference how a value came in. Null costs as little as leaving out does,
/// and so does a switch that is off.
/// </summary>
internal sealed class InputWeights
{
    private readonly Dictionary<InputValueDefinition, double> weights = [];
    private readonly HashSet<InputObjectType> weighty = [];

    public InputWeights(Schema schema)
    {
        var inputs = schema.Types.OfType<InputObjectType>().ToList();
        foreach (var field in inputs.SelectMany(type => type.Fields)) Add(field);
        foreach (var argument in schema.Types.OfType<FieldsType>().SelectMany(t => t.Fields).SelectMany(f => f.Arguments)) Add(argument);
        foreach (var argument in schema.Directives.SelectMany(d => d.Arguments)) Add(argument);
        while (inputs.RemoveAll(type => type.Fields.Any(IsWeighty) && weighty.Add(type)) > 0) { }
    }

    /// <summary>True when giving the argument or input field can cost something.</summary>
    public bool IsWeighty(InputValueDefinition input) =>
        weights[input] != 0 || (input.Type.Named is InputObjectType type && weighty.Contains(type));

    /// <summary>Cost of a coerced value; may be negative.</summary>
    public double Of(InputValueDefinition input, object? value) => value is null or false ? 0 : weights[input] + Within(value);

    // Coercion bounds how deep values nest.
    private double Within(object? value)
    {
        var cost = 0.0;
        if (value is object?[] items)
        {
            foreach (var item in items) cost += Within(item);
        }
        else if (value is InputObject input && weighty.Contains(input.Type))
        {
            foreach (var field in input.Type.Fields)
                if (input.TryGetValue(field.Name, out var inner)) cost += Of(field, inner);
        }
        return cost;
    }

    private void Add(InputValueDefinition input) =>
        weights.TryAdd(input, CostDirectives.WeightOf(input.Directives) ?? (input.Type.Named is InputObjectType ? 1 : 0));
}
