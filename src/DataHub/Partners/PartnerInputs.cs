using DataHub.GraphQL.Execution;

namespace DataHub.Partners;

/// <summary>Reads the inputs of the mutations.</summary>
internal static class PartnerInputs
{
    /// <summary>The organisation that is to be admitted.</summary>
    public static Partner Registered(InputObject input, DateTime now)
    {
        var kind = Partner.KindOf(input.Get<string>("kind")!);
        return new Partner(input.Get<string>("code")!, 1)
        {
            Name = input.Get<string>("name")!.Trim(),
            Kind = input.Get<string>("kind")!,
            Clients = Words(input, "clients") ?? [],
            Scopes = Words(input, "scopes") ?? [.. kind.Scopes],
            Purposes = Words(input, "purposes") ?? [kind.Purpose],
            Plan = input.Get<string>("plan") ?? Partner.DefaultPlan,
            Documents = Words(input, "documents"),
            Networks = Words(input, "networks") ?? [],
            Agreement = input.Get<string>("agreement")!.Trim(),
            ValidFrom = input.Get<DateTime?>("validFrom") ?? now,
            ValidUntil = input.Get<DateTime?>("validUntil"),
            SenderConstraint = input.Get<string>("senderConstraint") ?? "NONE",
            ChangedAt = now,
            ChangedBy = "",
        };
    }

    /// <summary>The partner with what the input gives; what it leaves out stays.</summary>
    public static Partner Changed(Partner partner, InputObject input, DateTime now)
    {
        var kind = Partner.KindOf(partner.Kind);
        T Given<T>(string name, T current, Func<T> read) => input.ContainsKey(name) ? read() : current;
        return partner with
        {
            Name = Given(name: "name", partner.Name, () => (input.Get<string>("name") ?? "").Trim()),
            Clients = Given("clients", partner.Clients, () => Words(input, "clients") ?? []),
            Scopes = Given("scopes", partner.Scopes, () => Words(input, "scopes") ?? [.. kind.Scopes]),
            Purposes = Given("purposes", partner.Purposes, () => Words(input, "purposes") ?? [kind.Purpose]),
            Plan = Given("plan", partner.Plan, () => input.Get<string>("plan") ?? Partner.DefaultPlan),
            Documents = Given("documents", partner.Documents, () => Words(input, "documents")),
            Networks = Given("networks", partner.Networks, () => Words(input, "networks") ?? []),
            Agreement = Given("agreement", partner.Agreement, () => (input.Get<string>("agreement") ?? "").Trim()),
            ValidFrom = Given("validFrom", partner.ValidFrom, () => input.Get<DateTime?>("validFrom") ?? now),
            ValidUntil = Given("validUntil", partner.ValidUntil, () => input.Get<DateTime?>("validUntil")),
            SenderConstraint = Given("senderConstraint", partner.SenderConstraint, () => input.Get<string>("senderConstraint") ?? "NONE"),
            Change = "CHANGED",
        };
    }

    /// <summary>The partner without access; what was wrong when it has none already.</summary>
    public static (Partner?, PartnerPayload?) Suspended(Partner partner, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason)) return (null, PartnerPayload.Wrong("REASON_MISSING", "A reason is needed.", "reason"));
        return partner.Suspended is null
            ? (partner with { Suspended = reason.Trim(), Change = "SUSPENDED" }, null)
            : (null, PartnerPayload.Wrong("ALREADY_SUSPENDED", "The partner is suspended.", null));
    }

    /// <summary>The partner with its access back.</summary>
    public static (Partner?, PartnerPayload?) Resumed(Partner partner) => partner.Suspended is null
        ? (null, PartnerPayload.Wrong("NOT_SUSPENDED", "The partner is not suspended.", null))
        : (partner with { Suspended = null, Change = "RESUMED" }, null);

    /// <summary>The partner with the end of its agreement.</summary>
    public static (Partner?, PartnerPayload?) Ended(Partner partner, DateTime at) => (partner with { ValidUntil = at, Change = "ENDED" }, null);

    private static List<string>? Words(InputObject input, string name) => input.List<string>(name) is { } words ? [.. words.Select(word => word!)] : null;
}
