namespace DataHub.Bench.Floor;

/// <summary>Amounts as the contract writes them: <c>"2500"</c> and <c>"2500.5"</c>, where numeric(18, 2) has <c>2500.00</c> and <c>2500.50</c>.</summary>
internal static class Amounts
{
    public static ReadOnlySpan<byte> Shorten(ReadOnlySpan<byte> text) =>
        text.Contains((byte)'.') ? text.TrimEnd((byte)'0').TrimEnd((byte)'.') : text;
}
