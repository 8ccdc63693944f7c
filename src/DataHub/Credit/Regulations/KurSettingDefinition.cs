namespace DataHub.Credit.Regulations;

/// <summary>A question that a setting answers: <c>credit.kur_setting_definition</c>.</summary>
/// <param name="Form">CHOICE: one of <paramref name="Allowed"/>. SET: some of them, by comma. DIGITS: KBLI prefixes, by comma.</param>
public sealed record KurSettingDefinition(string Name, string Question, string Form, IReadOnlyList<string> Allowed)
{
    private const string None = "NONE";

    /// <summary>What is wrong with a value, and what is allowed; null when the setting can have it.</summary>
    public string? Problem(string value) => Form switch
    {
        "CHOICE" => Allowed.Contains(value, StringComparer.Ordinal) ? null : $"The value is to be one of {string.Join(", ", Allowed)}.",
        "SET" => IsListOf(value, part => Allowed.Contains(part, StringComparer.Ordinal))
            ? null
            : $"The value is to be {None}, or some of {string.Join(", ", Allowed)}, with commas between and no spaces.",
        "DIGITS" => IsListOf(value, part => part.Length is > 0 and <= 5 && part.All(char.IsAsciiDigit))
            ? null
            : $"The value is to be {None}, or KBLI prefixes of one to five digits, with commas between and no spaces.",
        _ => throw new InvalidDataException($"Setting {Name} has the unknown form {Form}."),
    };

    private static bool IsListOf(string value, Func<string, bool> isPart)
    {
        if (value == None) return true;
        var parts = value.Split(',');
        return parts.All(isPart) && parts.Distinct(StringComparer.Ordinal).Count() == parts.Length;
    }
}
