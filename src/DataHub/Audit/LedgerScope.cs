using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.Audit;

/// <summary>What the ledger has to know of an operation, found once for all requests with its document.</summary>
internal sealed class LedgerScope
{
    private static readonly ConditionalWeakTable<OperationPlan, LedgerScope> Plans = [];
    private static readonly ConditionalWeakTable<PreparedDocument, byte[]> Documents = [];

    private readonly bool hasConditions;

    private LedgerScope(OperationPlan plan)
    {
        var personal = plan.Fields().Where(f => PersonalData.Is(f.Field.Definition, f.Parent.Type)).Select(f => f.Field.Definition.Coordinate);
        IsChange = plan.Operation.Operation == OperationType.Mutation;
        var changes = IsChange ? plan.Root.Fields.Select(f => f.Definition.Coordinate) : [];
        Fields = [.. changes.Concat(personal).Distinct().Order(StringComparer.Ordinal)];
        hasConditions = plan.Fields().Any(f => f.Field.Definition.Arguments.Any(TellsOfRows));
        Operation = LedgerText.Clean(plan.Operation.Name?.Value);
    }

    /// <summary>Coordinates of the personal fields, and of the changes; in order.</summary>
    public string[] Fields { get; }

    /// <summary>Name of the operation; null when it has none.</summary>
    public string? Operation { get; }

    /// <summary>True for a mutation.</summary>
    public bool IsChange { get; }

    /// <summary>The same, and the personal fields that the conditions and orders of a run tell of. An answer with any has to be entered.</summary>
    public string[] FieldsOf(OperationPlan run)
    {
        if (!hasConditions) return Fields;
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (_, field) in run.Fields())
            foreach (var argument in field.Definition.Arguments)
                if (TellsOfRows(argument)) AddTold(argument.Type.Named, field.Arguments.GetValueOrDefault(argument.Name), told);
        return told.IsSubsetOf(Fields) ? Fields : [.. told.Union(Fields).Order(StringComparer.Ordinal)];
    }

    public static LedgerScope Of(OperationPlan plan) => Plans.GetValue(plan.Template, static made => new LedgerScope(made));

    /// <summary>SHA-256 of the document's text.</summary>
    public static byte[] HashOf(PreparedDocument document) =>
        Documents.GetValue(document, static made => SHA256.HashData(Encoding.UTF8.GetBytes(made.Text)));

    private static bool TellsOfRows(InputValueDefinition argument) =>
        argument.Type.Named is InputObjectType input && AccessRules.TypeToldOf(input) is not null;

    private static void AddTold(NamedType type, object? value, HashSet<string> told)
    {
        if (value is object?[] items)
        {
            foreach (var item in items) AddTold(type, item, told);
            return;
        }
        if (type is not InputObjectType input || value is not IReadOnlyDictionary<string, object?> given) return;
        foreach (var (name, inner) in given)
        {
            if (input.Field(name) is not { } condition) continue;
            if (PersonalData.ToldBy(condition) is { } coordinate) told.Add(coordinate);
            AddTold(condition.Type.Named, inner, told);
        }
    }
}
