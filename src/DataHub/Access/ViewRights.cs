using DataHub.GraphQL.Types;

namespace DataHub.Access;

/// <summary>A permission set: the scopes that a token holds, with one purpose; by it the contract is there for a caller.</summary>
public sealed class ViewRights
{
    private readonly AccessRules rules;

    internal ViewRights(AccessRules rules, IReadOnlySet<string> scopes, string purpose) =>
        (this.rules, Scopes, Purpose) = (rules, scopes, purpose);

    /// <summary>As the contract's enum <c>Scope</c> names them.</summary>
    public IReadOnlySet<string> Scopes { get; }

    /// <summary>As the contract's enum <c>Purpose</c> names it.</summary>
    public string Purpose { get; }

    /// <summary>True for a caller that holds the same.</summary>
    public bool AreThoseOf(Caller caller) => Purpose == caller.Purpose && Scopes.SetEquals(caller.Scopes);

    /// <summary>How much of a field's values is seen; of the whole contract's fields or of any view's.</summary>
    public Sight Sees(FieldDefinition field) => rules.Sees(field, Scopes, Purpose);
}
