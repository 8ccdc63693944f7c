namespace DataHub.Shared.Scalars;

/// <summary>Dates and times as JSON strings in UTF-8.</summary>
internal static class DateText
{
    private const int TicksOfMicrosecond = 10;

    /// <summary><c>"2026-01-13"</c></summary>
    public static int Write(DateOnly date, Span<byte> target)
    {
        target[0] = target[11] = (byte)'"';
        WriteDate(date, target[1..]);
        return 12;
    }

    /// <summary><c>"2026-01-13T08:30:00.25+07:00"</c>: Western Indonesia Time, with as many places of a second as are needed, six at most.</summary>
    public static int Write(DateTime utc, Span<byte> target)
    {
        // PostgreSQL's infinity comes as the last moment that .NET has.
        var local = utc < DateTime.MaxValue - Wib.Offset ? utc + Wib.Offset : utc;
        target[0] = (byte)'"';
        WriteDate(DateOnly.FromDateTime(local), target[1..]);
        target[11] = (byte)'T';
        Two(local.Hour, target[12..]);
        target[14] = (byte)':';
        Two(local.Minute, target[15..]);
        target[17] = (byte)':';
        Two(local.Second, target[18..]);
        var length = 20 + WriteFraction((int)(local.Ticks % TimeSpan.TicksPerSecond) / TicksOfMicrosecond, target[20..]);
        "+07:00\""u8.CopyTo(target[length..]);
        return length + 7;
    }

    private static int WriteFraction(int microseconds, Span<byte> target)
    {
        if (microseconds == 0) return 0;
        target[0] = (byte)'.';
        var length = 1;
        for (var unit = 100_000; microseconds > 0; unit /= 10)
        {
            target[length++] = (byte)('0' + (microseconds / unit));
            microseconds %= unit;
        }
        return length;
    }

    private static void WriteDate(DateOnly date, Span<byte> target)
    {
        var (year, month, day) = date;
        Two(year / 100, target);
        Two(year % 100, target[2..]);
        target[4] = target[7] = (byte)'-';
        Two(month, target[5..]);
        Two(day, target[8..]);
    }

    private static void Two(int number, Span<byte> target) =>
        (target[0], target[1]) = ((byte)('0' + (number / 10)), (byte)('0' + (number % 10)));
}
