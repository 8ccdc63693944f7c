using System.Globalization;
using DataHub.Access;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types;
using DataHub.Planning;
using DataHub.Registry;

namespace DataHub.Tests.Differential.Naive;

/// <summary>Who asks, and how that caller sees values.</summary>
internal sealed record NaiveAsker(Caller Caller, NaiveSight Sight);

/// <summary>In which form a caller sees a value, by what the contract's directives say of its field.</summary>
internal sealed class NaiveSight(Caller caller, FieldTokens tokens)
{
    /// <summary>The persons of a world who have consented to everything, to all of <see cref="Testing.Callers"/>.</summary>
    public static bool HasConsented(long? person) => person is { } id && id % 2 == 0;

    /// <summary>The value as the caller sees it.</summary>
    public object? Seen(FieldDefinition field, object row, object? value)
    {
        if (Argument(field, "access", "consent") is BooleanValueNode { Value: true } && caller.Purpose is not ("SUBJECT_ACCESS" or "STEWARDSHIP")
            && !HasConsented(((BusinessRow)row).OwnerId))
            return null;
        if (value is null || Argument(field, "sensitive", "full") is not ListValueNode full) return value;
        return full.Values.Any(scope => caller.Scopes.Contains(((EnumValueNode)scope).Value)) ? value : Masked(field, value);
    }

    private object? Masked(FieldDefinition field, object value) => (((EnumValueNode)Argument(field, "sensitive", "redact")!).Value, value) switch
    {
        ("LAST4", string text) => text.Length < 8 ? new string('*', 16) : new string('*', 12) + text[^4..],
        ("BAND", decimal amount) => Bands.Rupiah.Where(edge => edge <= amount).DefaultIfEmpty(0).Max(),
        ("TOKEN", string text) => tokens.Of(caller, field.Coordinate, text),
        var (form, _) => throw new NotSupportedException(string.Create(CultureInfo.InvariantCulture, $"Nothing is known of {form} for {field.Coordinate}.")),
    };

    private static ValueNode? Argument(FieldDefinition field, string directive, string argument) =>
        field.Directives.FirstOrDefault(d => d.Name == directive)?.Argument(argument);
}
