using System.Net;
using System.Net.Sockets;
using DataHub.Access;

namespace DataHub.Partners;

/// <summary>An organisation that may ask the hub, in one version. Times are UTC; words are those of the contract's enums.</summary>
/// <param name="Code">What its tokens carry as <c>org</c>; of a bank its lender code.</param>
/// <param name="Version">From 1; each change makes the next.</param>
public sealed record Partner(string Code, int Version)
{
    /// <summary>Name of the plan of whom nothing else is said.</summary>
    public const string DefaultPlan = Access.Budgets.BudgetPlan.DefaultName;

    /// <summary>Name of the organisation.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of consumer, <c>BANK</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Clients whose tokens are the organisation's.</summary>
    public required IReadOnlyList<string> Clients { get; init; }

    /// <summary>Scopes that its tokens may use, of those of the kind.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Purposes that it may claim, of those of the kind.</summary>
    public required IReadOnlyList<string> Purposes { get; init; }

    /// <summary>Name of its plan of rates and ceilings.</summary>
    public string Plan { get; init; } = DefaultPlan;

    /// <summary>SHA-256 of the documents it may run, in lower-case hex; null: any.</summary>
    public IReadOnlyList<string>? Documents { get; init; }

    /// <summary>Networks it may come from, in CIDR notation; empty: any.</summary>
    public IReadOnlyList<string> Networks { get; init; } = [];

    /// <summary>Number of the agreement.</summary>
    public required string Agreement { get; init; }

    /// <summary>First moment of access.</summary>
    public required DateTime ValidFrom { get; init; }

    /// <summary>First moment without access; null: open-ended.</summary>
    public DateTime? ValidUntil { get; init; }

    /// <summary>Why it has no access for the time being; null: it is not suspended.</summary>
    public string? Suspended { get; init; }

    /// <summary>How its tokens must be bound to their sender: <c>NONE</c>, <c>MTLS</c>, <c>DPOP</c> or <c>EITHER</c>.</summary>
    public string SenderConstraint { get; init; } = "NONE";

    /// <summary>What made this version: <c>REGISTERED</c>, <c>CHANGED</c>, <c>SUSPENDED</c>, <c>RESUMED</c> or <c>ENDED</c>.</summary>
    public string Change { get; init; } = "REGISTERED";

    /// <summary>When this version was made.</summary>
    public required DateTime ChangedAt { get; init; }

    /// <summary>Who made this version.</summary>
    public required string ChangedBy { get; init; }

    /// <summary>What is fixed for a kind, by the contract's word. Throws <see cref="ArgumentException"/> for another word.</summary>
    public static ConsumerKinds KindOf(string word)
    {
        foreach (var kind in ConsumerKinds.All)
            if (WordOf(kind.Kind) == word) return kind;
        throw new ArgumentException($"{word} is no kind of consumer.", nameof(word));
    }

    /// <summary>The contract's word for a kind.</summary>
    public static string WordOf(ConsumerKind kind) => kind.ToString().ToUpperInvariant();

    /// <summary>
    /// Reads a network as the contract writes it: a whole address with the length of its prefix, and nothing set behind that.
    /// </summary>
    public static bool TryReadNetwork(string text, out IPNetwork network)
    {
        network = default;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        // Short forms like 10.1 are 10.0.0.1 to .NET and 10.1.0.0 to PostgreSQL; a zone means nothing elsewhere.
        if (slash < 0 || text.Contains('%', StringComparison.Ordinal) || !IPAddress.TryParse(text.AsSpan(0, slash), out var address)) return false;
        if (address.AddressFamily == AddressFamily.InterNetwork && text.AsSpan(0, slash).Count('.') != 3) return false;
        return IPNetwork.TryParse(text, out network) && network.BaseAddress.Equals(address);
    }
}
