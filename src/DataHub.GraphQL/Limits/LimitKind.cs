namespace DataHub.GraphQL.Limits;

/// <summary>What a limit counts.</summary>
/// <param name="Setting">Its name in <see cref="OperationLimits"/> and in the configuration.</param>
/// <param name="Code">Sent as <c>extensions.code</c> of the error, or as <c>code</c> of the warning.</param>
/// <param name="Counted">What is counted, as in "17 levels of fields".</param>
/// <param name="In">The limit itself.</param>
public sealed record LimitKind(string Setting, string Code, string Counted, Func<OperationLimits, Limit> In);
