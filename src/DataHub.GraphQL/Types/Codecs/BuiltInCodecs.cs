namespace DataHub.GraphQL.Types.Codecs;

/// <summary>
/// The codecs of the five scalars that the specification brings. https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars
/// </summary>
internal static class BuiltInCodecs
{
    private static readonly Dictionary<string, ScalarCodec> ByName = new(StringComparer.Ordinal)
    {
        ["Int"] = new IntCodec(),
        ["Float"] = new FloatCodec(),
        ["String"] = new StringCodec(),
        ["Boolean"] = new BooleanCodec(),
        ["ID"] = new IdCodec(),
    };

    /// <summary>Null for a scalar that is not built in.</summary>
    public static ScalarCodec? Find(string scalar) => ByName.GetValueOrDefault(scalar);
}
