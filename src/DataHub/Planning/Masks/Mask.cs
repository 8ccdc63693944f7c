using DataHub.Access;
using DataHub.GraphQL.Execution;
using DataHub.GraphQL.Types;

namespace DataHub.Planning;

/// <summary>Shows the values of a column in another form, of the same type. Null stays null.</summary>
public abstract class Mask
{
    /// <summary>The masked values.</summary>
    public abstract Column Over(Column values, HubRequest request);

    /// <summary>The mask for a field's values; null when values of that type have no such form.</summary>
    public static Mask? Of(Redaction redaction, FieldDefinition field) => (redaction, field.Type.Nullable is ListType ? "" : field.Type.Named.Name) switch
    {
        (Redaction.Last4, "String" or "NIB" or "NIK" or "NPWP") => new LastFourMask(),
        (Redaction.Token, "String") => new TokenMask(field.Coordinate),
        (Redaction.Band, "Rupiah" or "Int") => new BandMask(),
        _ => null,
    };

    /// <summary>Texts made of texts, each once.</summary>
    protected static Column Texts(Column values, Func<string, string> mask)
    {
        var texts = (Column<string>)values;
        var masked = new string[texts.Count];
        for (var row = 0; row < masked.Length; row++)
            if (!texts.IsNull(row)) masked[row] = mask(texts[row]);
        return new ArrayColumn<string>(masked);
    }
}

/// <summary>The last four characters behind as many asterisks for all.</summary>
public sealed class LastFourMask : Mask
{
    private const int Shown = 4;
    private const int Shortest = 8;
    private const string Stars = "************";
    private const string Nothing = "****************";

    public override Column Over(Column values, HubRequest request) => Texts(values, Of);

    /// <summary>The masked text: 16 characters, whatever the length; of a text shorter than 8 nothing is shown.</summary>
    public static string Of(string text) => text.Length < Shortest ? Nothing : string.Concat(Stars, text.AsSpan(text.Length - Shown));
}

/// <summary>A stand-in of the field within the caller's organisation.</summary>
public sealed class TokenMask(string coordinate) : Mask
{
    public override Column Over(Column values, HubRequest request)
    {
        using var tokens = request.Hub.Tokens.For(request.Caller, coordinate);
        return Texts(values, tokens.Of);
    }
}

/// <summary>The lower edge of the band, see <see cref="Bands"/>.</summary>
public sealed class BandMask : Mask
{
    public override Column Over(Column values, HubRequest request) => values switch
    {
        Column<decimal> amounts => new FunctionColumn<decimal>(amounts.Count, row => Bands.Of(amounts[row]), amounts.IsNull),
        Column<int> numbers => new FunctionColumn<int>(numbers.Count, row => Bands.Of(numbers[row]), numbers.IsNull),
        _ => throw new InvalidOperationException("There are no bands for values of this type."),
    };
}
