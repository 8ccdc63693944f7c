using System.Collections;
using System.ComponentModel;
using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace DataHub.Shared.Settings;

/// <summary>Finds which setting is not of its type, and says what it must be: by its name and never with its value, which may be a secret.</summary>
public static class SettingFault
{
    private static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(int)] = $"a whole number, {int.MaxValue} at most",
        [typeof(long)] = "a whole number",
        [typeof(double)] = "a number",
        [typeof(decimal)] = "a number",
        [typeof(bool)] = "true or false",
        [typeof(TimeSpan)] = "a time as 00:00:10 (hours:minutes:seconds)",
        [typeof(Uri)] = "an address as https://hub.example.go.id",
    };

    /// <summary>"DataHub:Limits:Depth:Max must be a whole number"; of several the first. Null: each value is of its type.</summary>
    /// <param name="section">What was set.</param>
    /// <param name="type">What it is read into.</param>
    public static string? Of(IConfigurationSection section, Type type)
    {
        var known = Nullable.GetUnderlyingType(type) ?? type;
        if (known == typeof(string)) return null;
        if (WordsOf(known) is { } words)
            return section.Value is not { } text || IsOf(text, known, isOptional: known != type) ? null : $"{section.Path} must be {words}";
        return section.GetChildren().Select(child => ChildOf(known, child.Key) is { } expected ? Of(child, expected) : null)
            .FirstOrDefault(fault => fault is not null);
    }

    private static string? WordsOf(Type type) => type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}" : Words.GetValueOrDefault(type);

    // Null: a name that nothing is read from.
    private static Type? ChildOf(Type type, string name)
    {
        if (type.IsArray) return type.GetElementType();
        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type)) return type.GenericTypeArguments[^1];
        return type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase)?.PropertyType;
    }

    private static bool IsOf(string text, Type type, bool isOptional)
    {
        if (text.Length == 0 && isOptional) return true;
        try
        {
            TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException)
        {
            return false;
        }
    }
}
