using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DataHub.GraphQL.Types;

namespace DataHub.Shared.Scalars;

/// <summary>Scalar Date: RFC 3339 full-date.</summary>
internal sealed class DateCodec : ScalarCodec<DateOnly>
{
    public override ScalarFormat<T>? FormatFor<T>() => (object)(ScalarFormat<DateOnly>)DateText.Write as ScalarFormat<T>;

    protected override string Expectation => "Date must be a calendar date like \"2026-01-13\"";

    protected override bool TryParse(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override bool TryFormat(DateOnly value, [MaybeNullWhen(false)] out string text)
    {
        text = value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return true;
    }
}
