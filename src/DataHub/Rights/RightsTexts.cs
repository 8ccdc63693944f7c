using DataHub.GraphQL.Execution;
using DataHub.Shared;

namespace DataHub.Rights;

/// <summary>Words that people send.</summary>
internal static class RightsTexts
{
    public const int Longest = 2000;

    /// <summary>Adds what is wrong with a text that must be there.</summary>
    public static string Required(InputObject input, string field, List<MutationError> errors)
    {
        var text = input.Get<string>(field)?.Trim() ?? "";
        if (text.Length is 0 or > Longest) errors.Add(new("INVALID_TEXT", $"{field} must have 1 to {Longest} characters.", field));
        return text;
    }

    /// <summary>As <see cref="Required"/>, for words that are kept as they are: no number of a person may stand in them.</summary>
    public static string Open(InputObject input, string field, List<MutationError> errors)
    {
        var text = Required(input, field, errors);
        if (NikText.IsIn(text)) errors.Add(new("HOLDS_NIK", $"{field} holds the number of a person: name the person's file instead.", field));
        return text;
    }

    /// <summary>Adds what is wrong with a text that may be missing; null for none.</summary>
    public static string? Optional(InputObject input, string field, List<MutationError> errors)
    {
        var text = input.Get<string>(field)?.Trim();
        if (text?.Length > Longest) errors.Add(new("INVALID_TEXT", $"{field} may have {Longest} characters.", field));
        return string.IsNullOrEmpty(text) ? null : text;
    }
}
