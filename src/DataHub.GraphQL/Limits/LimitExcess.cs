using System.Globalization;
using DataHub.GraphQL.Errors;

namespace DataHub.GraphQL.Limits;

/// <summary>A limit and the number that exceeds it.</summary>
/// <param name="Kind">Which limit.</param>
/// <param name="Max">The largest number allowed.</param>
/// <param name="Actual">The number counted.</param>
/// <param name="IsAtLeast">True when counting stopped at <paramref name="Actual"/>; there may be more.</param>
public sealed record LimitExcess(LimitKind Kind, long Max, long Actual, bool IsAtLeast = false)
{
    public string Message => string.Create(
        CultureInfo.InvariantCulture,
        $"The request has {(IsAtLeast ? "at least " : "")}{Actual} {Kind.Counted}; at most {Max} are allowed.");

    public GraphQLError ToError() => new(Message, Kind.Code)
    {
        Extensions = new Dictionary<string, object?> { ["limit"] = Max, ["actual"] = Actual },
    };

    /// <summary>An entry of <c>extensions.warnings</c>.</summary>
    internal IReadOnlyDictionary<string, object?> ToWarning() => new Dictionary<string, object?>
    {
        ["message"] = Message,
        ["code"] = Kind.Code,
        ["limit"] = Max,
        ["actual"] = Actual,
    };
}
