namespace DataHub.GraphQL.Limits;

/// <summary>Every limit with its code, in the order in which they are checked.</summary>
public static class LimitKinds
{
    public static LimitKind DocumentBytes { get; } =
        new(nameof(OperationLimits.DocumentBytes), "LIMIT_DOCUMENT_BYTES", "bytes of document", l => l.DocumentBytes);

    public static LimitKind Tokens { get; } = new(nameof(OperationLimits.Tokens), "LIMIT_TOKENS", "tokens", l => l.Tokens);

    public static LimitKind Nesting { get; } =
        new(nameof(OperationLimits.Nesting), "LIMIT_NESTING", "levels of brackets", l => l.Nesting);

    public static LimitKind Depth { get; } = new(nameof(OperationLimits.Depth), "LIMIT_DEPTH", "levels of fields", l => l.Depth);

    public static LimitKind Aliases { get; } = new(nameof(OperationLimits.Aliases), "LIMIT_ALIASES", "aliases", l => l.Aliases);

    public static LimitKind RootFields { get; } =
        new(nameof(OperationLimits.RootFields), "LIMIT_ROOT_FIELDS", "root fields", l => l.RootFields);

    public static LimitKind Fields { get; } = new(nameof(OperationLimits.Fields), "LIMIT_FIELDS", "fields", l => l.Fields);

    public static LimitKind FragmentSpreads { get; } =
        new(nameof(OperationLimits.FragmentSpreads), "LIMIT_FRAGMENT_SPREADS", "fragment spreads", l => l.FragmentSpreads);

    public static LimitKind DirectivesPerLocation { get; } = new(
        nameof(OperationLimits.DirectivesPerLocation),
        "LIMIT_DIRECTIVES_PER_LOCATION",
        "directives in one place",
        l => l.DirectivesPerLocation);

    public static LimitKind Directives { get; } =
        new(nameof(OperationLimits.Directives), "LIMIT_DIRECTIVES", "directives", l => l.Directives);

    public static LimitKind IntrospectionDepth { get; } = new(
        nameof(OperationLimits.IntrospectionDepth), "LIMIT_INTROSPECTION_DEPTH", "levels of introspected types", l => l.IntrospectionDepth);

    public static LimitKind Variables { get; } =
        new(nameof(OperationLimits.Variables), "LIMIT_VARIABLES", "variables", l => l.Variables);

    public static LimitKind ListItems { get; } =
        new(nameof(OperationLimits.ListItems), "LIMIT_LIST_ITEMS", "items in one list", l => l.ListItems);

    public static LimitKind VariablesBytes { get; } =
        new(nameof(OperationLimits.VariablesBytes), "LIMIT_VARIABLES_BYTES", "bytes of variables", l => l.VariablesBytes);

    public static LimitKind ExecutionTime { get; } =
        new(nameof(OperationLimits.ExecutionTime), "EXECUTION_TIMEOUT", "milliseconds of execution", l => l.ExecutionTime);

    public static LimitKind ResponseBytes { get; } =
        new(nameof(OperationLimits.ResponseBytes), "LIMIT_RESPONSE_BYTES", "bytes of response", l => l.ResponseBytes);

    public static LimitKind IntrospectionBytes { get; } = new(
        nameof(OperationLimits.IntrospectionBytes), "LIMIT_INTROSPECTION_BYTES", "bytes of introspection", l => l.IntrospectionBytes);

    public static IReadOnlyList<LimitKind> All { get; } =
    [
        DocumentBytes, Tokens, Nesting, Depth, Aliases, RootFields, Fields, FragmentSpreads, DirectivesPerLocation, Directives,
        IntrospectionDepth, Variables, ListItems, VariablesBytes, ExecutionTime, ResponseBytes, IntrospectionBytes,
    ];
}
