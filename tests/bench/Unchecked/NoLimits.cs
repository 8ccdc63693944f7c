using DataHub.GraphQL.Limits;

namespace DataHub.Bench.Unchecked;

/// <summary>Requests of any size.</summary>
internal static class NoLimits
{
    private static readonly Limit None = new(long.MaxValue, LimitMode.Off);

    public static OperationLimits All { get; } = new()
    {
        DocumentBytes = None,
        Tokens = None,
        Nesting = None,
        Depth = None,
        Aliases = None,
        RootFields = None,
        Fields = None,
        FragmentSpreads = None,
        DirectivesPerLocation = None,
        Directives = None,
        IntrospectionDepth = None,
        Variables = None,
        ListItems = None,
        VariablesBytes = None,
        ExecutionTime = None,
        ResponseBytes = None,
        IntrospectionBytes = None,
    };
}
