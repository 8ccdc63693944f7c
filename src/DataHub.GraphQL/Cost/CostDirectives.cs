using System.Globalization;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Cost;

/// <summary>Reads <c>@cost</c> and <c>@listSize</c> (IBM GraphQL cost specification, sections 7 and 8) from what the SDL applies.</summary>
internal static class CostDirectives
{
    public const string Cost = "cost";
    public const string ListSize = "listSize";
    public const string Weight = "weight";

    /// <summary>The weight of <c>@cost</c>; null when the directive is not applied.</summary>
    public static double? WeightOf(IReadOnlyList<AppliedDirective> directives)
    {
        foreach (var directive in directives)
            if (directive.Name == Cost) return Number(directive.Argument(Weight));
        return null;
    }

    /// <summary>
    /// A number written as text, which the specification asks for, or as a number; null when it is neither or not finite.
    /// </summary>
    public static double? Number(ValueNode? value)
    {
        var text = value switch
        {
            StringValueNode s => s.Value,
            IntValueNode i => i.Value,
            FloatValueNode f => f.Value,
            _ => null,
        };
        const NumberStyles style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    /// <summary>The strings of a list, or the single one; none when the argument was not written or is null.</summary>
    public static IEnumerable<string> Names(ValueNode? value) => value switch
    {
        ListValueNode list => list.Values.OfType<StringValueNode>().Select(v => v.Value),
        StringValueNode single => [single.Value],
        _ => [],
    };
}
