using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

/// <summary>What the two input coercions (literals and JSON) say of a value that does not fit.</summary>
internal static class CoercionText
{
    private const int LongestName = 60;

    public const string OneKey = "Exactly one key must be specified.";

    public static string OneKeyNotNull(string field) => $"The value of member field \"{field}\" must be given and not be null.";

    public static string NotNull(GraphQLType type) => $"Expected a value of type \"{type}\", not null.";

    public static string NoObject(InputObjectType type) => $"Expected an input object of type \"{type.Name}\".";

    public static string NoEnumValue(EnumType type) => $"Expected a value of enum \"{type.Name}\".";

    public static string NoScalar(ScalarType type) => $"Expected a value of type \"{type.Name}\".";

    public static string Missing(InputValueDefinition field) => $"Field \"{field.Name}\" of required type \"{field.Type}\" is missing.";

    /// <summary>
    /// Names the field only when it is a GraphQL name of bearable length: anything else may be a value put in the wrong place.
    /// </summary>
    public static string Unknown(string field, InputObjectType type) =>
        field.Length is > 0 and <= LongestName && !char.IsAsciiDigit(field[0]) && field.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? $"Field \"{field}\" is not defined by type \"{type.Name}\"."
            : $"A field is not defined by type \"{type.Name}\".";
}
