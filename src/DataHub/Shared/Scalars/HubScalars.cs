using DataHub.GraphQL.Types;

namespace DataHub.Shared.Scalars;

/// <summary>Gives the contract's custom scalars their codecs.</summary>
public static class HubScalars
{
    private static readonly Dictionary<string, ScalarCodec> Codecs = new(StringComparer.Ordinal)
    {
        ["NIB"] = new DigitsCodec("NIB must be a string of 13 digits", text => Identifiers.IsNib(text) ? text : null),
        ["NIK"] = new DigitsCodec(
            "NIK must be a string of 16 digits with a possible birth date and a serial that is not 0000", text => Identifiers.IsNik(text) ? text : null),
        ["NPWP"] = new DigitsCodec("NPWP must be a string of 16 digits, or of 15 in its former form", Identifiers.NormaliseNpwp),
        ["Date"] = new DateCodec(),
        ["DateTime"] = new DateTimeCodec(),
        ["Rupiah"] = new RupiahCodec(),
        ["Percent"] = new PercentCodec(),
    };

    /// <summary>Throws when the contract declares a scalar that has no codec here, or the other way round.</summary>
    public static void Bind(Schema schema)
    {
        var declared = schema.Types.OfType<ScalarType>().Where(s => !s.IsBuiltIn).ToDictionary(s => s.Name, StringComparer.Ordinal);
        var unequal = declared.Keys.Except(Codecs.Keys).Concat(Codecs.Keys.Except(declared.Keys)).ToList();
        if (unequal.Count > 0) throw new InvalidOperationException($"Scalars of contract and code differ: {string.Join(", ", unequal)}.");
        BindPart(schema);
    }

    /// <summary>The same for a part of the contract, which may not use all of them.</summary>
    public static void BindPart(Schema schema)
    {
        foreach (var scalar in schema.Types.OfType<ScalarType>().Where(s => !s.IsBuiltIn)) scalar.Codec = Codecs[scalar.Name];
    }
}
