using System.Globalization;

namespace DataHub.Linkage.Golden;

/// <summary>Values of any column as text: numbers in digits, without places that are zero; dates by RFC 3339.</summary>
internal static class ValueText
{
    public static string Of(object value) => value switch
    {
        string text => text,
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A value of type {value.GetType().Name} has no text.", nameof(value)),
    };
}
