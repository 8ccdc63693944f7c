using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Validation;

/// <summary>An operation or a fragment with what its own text spreads and uses; fragments are not followed.</summary>
public sealed class DefinitionScope(DefinitionNode node)
{
    private readonly List<FragmentSpreadNode> spreads = [];
    private readonly HashSet<string> spreadNames = new(StringComparer.Ordinal);
    private readonly List<VariableUsage> usages = [];
    private readonly HashSet<(string, GraphQLType?, bool, bool)> usageKeys = [];

    /// <summary>An <see cref="OperationDefinitionNode"/> or a <see cref="FragmentDefinitionNode"/>.</summary>
    public DefinitionNode Node { get; } = node;

    /// <summary>The first spread of each fragment name, in the order of the text.</summary>
    public IReadOnlyList<FragmentSpreadNode> Spreads => spreads;

    /// <summary>The first use of each variable in each kind of position.</summary>
    public IReadOnlyList<VariableUsage> Usages => usages;

    internal int LastVisit { get; set; }

    internal void Add(FragmentSpreadNode spread)
    {
        if (spreadNames.Add(spread.Name.Value)) spreads.Add(spread);
    }

    internal void Add(VariableUsage usage)
    {
        var position = usage.Position;
        if (usageKeys.Add((usage.Variable.Name.Value, position.Type, position.HasDefault, position.IsOneOfField))) usages.Add(usage);
    }
}
