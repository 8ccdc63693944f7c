using DataHub.Shared;

namespace DataHub.Partners;

/// <summary>The partner as it is now, or what was wrong.</summary>
public sealed record PartnerPayload(Partner? Partner, IReadOnlyList<MutationError> Errors)
{
    internal static PartnerPayload Wrong(string code, string message, string? field) => new(null, [new MutationError(code, message, field)]);
}
