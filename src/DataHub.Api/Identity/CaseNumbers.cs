using DataHub.Api.Http;
using DataHub.Shared.Scalars;
using Microsoft.Extensions.Primitives;

namespace DataHub.Api.Identity;

/// <summary>The number of the caller's own file, which the ledger keeps with what was looked at.</summary>
internal static class CaseNumbers
{
    /// <summary>Header of a request.</summary>
    public const string Header = "X-Case-Number";

    /// <summary>Member of a socket's <c>connection_init</c>.</summary>
    public const string Member = "caseNumber";

    private const int Longest = 64;

    /// <summary>What stands for a case number that is none.</summary>
    public static readonly Refusal Invalid = new(
        400, HttpErrorCodes.CaseNumberInvalid,
        $"The header {Header} must be one text of 1 to {Longest} printable ASCII characters, without a NIK.");

    /// <summary>False for anything but no value or one that can be kept.</summary>
    public static bool TryRead(StringValues values, out string? caseNumber)
    {
        caseNumber = values.Count == 0 ? null : values[0];
        if (values.Count == 0) return true;
        return values is [{ Length: > 0 and <= Longest } value] && !value.AsSpan().ContainsAnyExceptInRange(' ', '~') && !HoldsNik(value);
    }

    // The ledger is read by people who may not see a NIK, and lasts longer than any purpose of one.
    private static bool HoldsNik(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsAsciiDigit(text[i])) continue;
            if (i - start == 16 && Identifiers.IsNik(text[start..i])) return true;
            start = i + 1;
        }
        return false;
    }
}
