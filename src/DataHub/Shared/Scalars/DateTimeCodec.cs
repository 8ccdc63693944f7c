using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DataHub.GraphQL.Types;

namespace DataHub.Shared.Scalars;

/// <summary>Scalar DateTime: RFC 3339 date-time, shown in Western Indonesia Time, kept in UTC.</summary>
internal sealed class DateTimeCodec : ScalarCodec<DateTime>
{
    public override ScalarWriter<T>? WriterFor<T>() => typeof(T) == typeof(DateTimeOffset)
        ? (ScalarWriter<T>)(object)(ScalarWriter<DateTimeOffset>)((writer, value) => base.WriterFor<DateTime>()!(writer, value.UtcDateTime))
        : base.WriterFor<T>();

    public override ScalarFormat<T>? FormatFor<T>() => (object)(ScalarFormat<DateTime>)DateText.Write as ScalarFormat<T>;

    protected override string Expectation => "DateTime must be a point in time like \"2026-01-13T08:30:00+07:00\"";

    protected override bool TryParse(string text, out DateTime value)
    {
        var read = DateTimeOffset.TryParseExact(
            text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
        value = time.UtcDateTime;
        return read;
    }

    protected override bool TryFormat(DateTime value, [MaybeNullWhen(false)] out string text)
    {
        var local = new DateTimeOffset(DateTime.SpecifyKind(value, DateTimeKind.Utc)).ToOffset(Wib.Offset);
        text = local.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture);
        return true;
    }
}
