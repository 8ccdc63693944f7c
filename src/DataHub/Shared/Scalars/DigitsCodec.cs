using System.Diagnostics.CodeAnalysis;
using DataHub.GraphQL.Types;

namespace DataHub.Shared.Scalars;

/// <summary>A number of an authority: digits kept as text, since leading zeros count.</summary>
internal sealed class DigitsCodec(string expectation, Func<string, string?> normalise) : ScalarCodec<string>
{
    public override bool WritesTextAsIs => true;

    protected override string Expectation => expectation;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out string value) => (value = normalise(text)) is not null;

    protected override bool TryFormat(string value, [MaybeNullWhen(false)] out string text)
    {
        text = value;
        return true;
    }
}
