using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Cost;

/// <summary>What the schema says of one field's cost.</summary>
/// <param name="Weight">Of one run of the field, its arguments left aside.</param>
/// <param name="LeafWeight">Of one leaf value that it gives; 0 for a field of composite type.</param>
/// <param name="ListDepth">How many lists stand in one another; 0 for a field that is no list.</param>
internal sealed record FieldWeights(double Weight, double LeafWeight, int ListDepth)
{
    /// <summary>Null when the field has no <c>@listSize</c>.</summary>
    public ListSize? ListSize { get; init; }

    /// <summary>Size of the field's list where no directive has to say it; null otherwise.</summary>
    public int? KnownSize { get; init; }

    /// <summary>True when a slicing argument is required and the arguments' types do not see to it.</summary>
    public bool NeedsSlicingCheck { get; init; }

    /// <summary>Arguments that may cost something; empty for most fields.</summary>
    public IReadOnlyList<InputValueDefinition> Arguments { get; init; } = [];

    /// <summary>How many elements the field gives for one parent when its outermost list has <paramref name="size"/> items.</summary>
    public double Elements(double? size)
    {
        if (ListDepth == 0) return 1;
        var elements = size ?? KnownSize ?? CostModel.DefaultListSize;
        for (var depth = 1; depth < ListDepth; depth++) elements = CostTotals.Bounded(elements * CostModel.DefaultListSize);
        return elements;
    }
}
