using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>
/// The contract as one permission set has it: its schema, and the engine and bindings made for that. What the set may not have is not in
/// it, and so is unknown wherever it is named. Safe for use by many requests at once.
/// </summary>
public sealed class HubView
{
    internal HubView(Hub hub, ViewRights rights, Bindings bindings, EngineOptions options)
    {
        (Hub, Rights, Schema) = (hub, rights, bindings.Schema);
        (Types, Lists, Aggregates) = (bindings.Types, bindings.Lists, bindings.Aggregates);
        var checks = new PlanChecks();
        Engine = new GraphQLEngine(Schema, options with { Authorize = (plan, context) => checks.Check(plan, RequestOf(context)) });
    }

    /// <summary>What all views share.</summary>
    public Hub Hub { get; }

    /// <summary>Whose view it is.</summary>
    public ViewRights Rights { get; }

    /// <summary>The contract without what the permission set may not have.</summary>
    public Schema Schema { get; }

    public GraphQLEngine Engine { get; }

    /// <summary>Table-backed types by SDL name.</summary>
    public IReadOnlyDictionary<string, TableType> Types { get; }

    /// <summary>What conditions and orders of lists mean.</summary>
    internal ContractLists Lists { get; }

    /// <summary>Figures over whole lists.</summary>
    internal ConnectionAggregates Aggregates { get; }

    /// <summary>
    /// The document as this view reads it: itself when this view prepared it. Views come and go, and a document that was prepared in
    /// another one was not checked for this one's callers.
    /// </summary>
    public PreparedDocument Own(PreparedDocument document) =>
        ReferenceEquals(document.Schema, Schema) ? document : Engine.Prepare(document.Text);

    /// <summary>The context of a subscription or of an event's answer: a subscriber keeps the view it began with.</summary>
    public HubRequest Open(Caller caller, bool isEvent) => Rights.AreThoseOf(caller)
        ? Hub.Open(this, caller, isEvent)
        : throw new ArgumentException("The caller has another view.", nameof(caller));

    // What a request reads is bound by its own view: executed in another one it would be answered with that one's rights.
    private HubRequest RequestOf(IExecutionContext context) => context is HubRequest request && request.View == this
        ? request
        : throw new InvalidOperationException("The request is of another view.");
}

/// <summary>A schema, and what gives its fields their values.</summary>
internal sealed record Bindings(
    Schema Schema, IReadOnlyDictionary<string, TableType> Types, ContractLists Lists, ConnectionAggregates Aggregates);
