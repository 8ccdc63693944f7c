using System.Globalization;
using DataHub.GraphQL.Execution;

namespace DataHub.Planning;

/// <summary>Sort keys as text in cursors, and back, without loss.</summary>
internal static class SortText
{
    public static string? Write(Column column, int row) => column.IsNull(row) ? null : column switch
    {
        Column<string> text => text[row],
        Column<long> number => number[row].ToString(CultureInfo.InvariantCulture),
        Column<int> number => number[row].ToString(CultureInfo.InvariantCulture),
        Column<DateOnly> date => date[row].ToString("O", CultureInfo.InvariantCulture),
        Column<DateTime> time => time[row].ToString("O", CultureInfo.InvariantCulture),
        Column<decimal> amount => amount[row].ToString(CultureInfo.InvariantCulture),
        Column<double> number => number[row].ToString("R", CultureInfo.InvariantCulture),
        Column<bool> flag => flag[row] ? "1" : "0",
        _ => throw new ArgumentException("No list can be ordered by this column.", nameof(column)),
    };

    /// <summary>The text was sealed by the hub, so it is of the right form.</summary>
    public static object? Read(string? text, Type clrType) => text is null ? null : clrType switch
    {
        _ when clrType == typeof(string) => text,
        _ when clrType == typeof(long) => long.Parse(text, CultureInfo.InvariantCulture),
        _ when clrType == typeof(int) => int.Parse(text, CultureInfo.InvariantCulture),
        _ when clrType == typeof(DateOnly) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture),
        _ when clrType == typeof(DateTime) => DateTime.ParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        _ when clrType == typeof(decimal) => decimal.Parse(text, CultureInfo.InvariantCulture),
        _ when clrType == typeof(double) => double.Parse(text, CultureInfo.InvariantCulture),
        _ when clrType == typeof(bool) => text == "1",
        _ => throw new ArgumentException("No list can be ordered by this column.", nameof(clrType)),
    };
}
