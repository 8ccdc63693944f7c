using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;

namespace DataHub.Audit;

/// <summary>What the ledger has to know of an operation, found once for all requests with its document.</summary>
internal sealed class LedgerScope
{
    private static readonly ConditionalWeakTable<OperationPlan, LedgerScope> Plans = [];
    private static readonly ConditionalWeakTable<PreparedDocument, byte[]> Documents = [];

    private LedgerScope(OperationPlan plan)
    {
        var personal = plan.Fields().Where(f => PersonalData.Is(f.Field.Definition, f.Parent.Type)).Select(f => f.Field.Definition.Coordinate);
        IsChange = plan.Operation.Operation == OperationType.Mutation;
        var changes = IsChange ? plan.Root.Fields.Select(f => f.Definition.Coordinate) : [];
        Fields = [.. changes.Concat(personal).Distinct().Order(StringComparer.Ordinal)];
        Operation = LedgerText.Clean(plan.Operation.Name?.Value);
    }

    /// <summary>Coordinates of the personal fields, and of the changes; in order.</summary>
    public string[] Fields { get; }

    /// <summary>Name of the operation; null when it has none.</summary>
    public string? Operation { get; }

    /// <summary>True for a mutation.</summary>
    public bool IsChange { get; }

    /// <summary>True when an answer has to be entered.</summary>
    public bool IsEntered => Fields.Length > 0;

    public static LedgerScope Of(OperationPlan plan) => Plans.GetValue(plan.Template, static made => new LedgerScope(made));

    /// <summary>SHA-256 of the document's text.</summary>
    public static byte[] HashOf(PreparedDocument document) =>
        Documents.GetValue(document, static made => SHA256.HashData(Encoding.UTF8.GetBytes(made.Text)));
}
