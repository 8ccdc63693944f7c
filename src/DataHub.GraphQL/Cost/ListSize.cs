using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Cost;

/// <summary>
/// <c>@listSize</c> on a field (IBM GraphQL cost specification, section 8). Beyond the specification, a slicing argument may be a list: its
/// length is the size, as for look-ups of many keys at once.
/// </summary>
internal sealed class ListSize
{
    private readonly int? assumedSize;
    private readonly string[][] slicingArguments;
    private readonly HashSet<string> sizedFields;

    private ListSize(AppliedDirective directive)
    {
        assumedSize = directive.Argument("assumedSize") is IntValueNode size ? (int)CostDirectives.Number(size)! : null;
        slicingArguments = [.. CostDirectives.Names(directive.Argument("slicingArguments")).Select(path => path.Split('.'))];
        sizedFields = [.. CostDirectives.Names(directive.Argument("sizedFields"))];
        RequiresOne = slicingArguments.Length > 0
            && directive.Argument("requireOneSlicingArgument") is not BooleanValueNode { Value: false };
    }

    /// <summary>True when exactly one slicing argument must be given.</summary>
    public bool RequiresOne { get; }

    /// <summary>As written, <c>filter.first</c> for one inside an input object.</summary>
    public IEnumerable<string> SlicingArguments => slicingArguments.Select(path => string.Join('.', path));

    /// <summary>Null when the field has none.</summary>
    public static ListSize? Of(FieldDefinition field) =>
        field.Directives.FirstOrDefault(d => d.Name == CostDirectives.ListSize) is { } directive ? new ListSize(directive) : null;

    /// <summary>True when the size is that of the field's own list, not of fields below it.</summary>
    public bool IsOwn => sizedFields.Count == 0;

    /// <summary>True when the size is that of the list which the named field below gives.</summary>
    public bool Sizes(string fieldBelow) => sizedFields.Contains(fieldBelow);

    /// <summary>
    /// The size for coerced arguments: the largest slicing argument, given or defaulted; else the assumed size; null when neither is there.
    /// </summary>
    public double? SizeFor(IReadOnlyDictionary<string, object?> arguments)
    {
        double? largest = null;
        foreach (var path in slicingArguments)
            if (SizeAt(arguments, path) is { } size && !(size <= largest)) largest = size;
        return largest ?? assumedSize;
    }

    /// <summary>The slicing arguments that have a value.</summary>
    public IEnumerable<string[]> Given(IReadOnlyDictionary<string, object?> arguments) =>
        slicingArguments.Where(path => SizeAt(arguments, path) is not null);

    private static double? SizeAt(IReadOnlyDictionary<string, object?> arguments, string[] path)
    {
        var here = arguments;
        foreach (var name in path[..^1])
        {
            if (here.GetValueOrDefault(name) is not InputObject input) return null;
            here = input;
        }
        return here.GetValueOrDefault(path[^1]) switch
        {
            int number => Math.Max(0, number),
            object?[] items => items.Length,
            _ => null,
        };
    }
}
