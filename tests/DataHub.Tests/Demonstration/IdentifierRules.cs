using System.Text.RegularExpressions;

namespace DataHub.Tests.Demonstration;

/// <summary>The rules of the identifiers, written down a second time and independently of the generator.</summary>
internal static partial class IdentifierRules
{
    public static bool IsNik(string text) => Nik().IsMatch(text) && !text.EndsWith("0000", StringComparison.Ordinal);

    [GeneratedRegex(@"^\d{6}(0[1-9]|[12]\d|3[01]|4[1-9]|[56]\d|7[01])(0[1-9]|1[0-2])\d{6}$")]
    private static partial Regex Nik();

    [GeneratedRegex(@"^\d{13}$")]
    public static partial Regex Nib();

    [GeneratedRegex(@"^[1-8]\d{2}18(0[1-9]|1[0-3]|7[12])\d{6}-(?<year>\d{2})$")]
    public static partial Regex Pirt();

    [GeneratedRegex(@"^ID\d{17}$")]
    public static partial Regex Halal();

    [GeneratedRegex(@"^MD\d{12}$")]
    public static partial Regex Md();
}
