namespace DataHub.Bench.Floor;

/// <summary>Amounts as the contract writes them: <c>"2500"</c>, where numeric(18, 2) has <c>2500.00</c>.</summary>
internal static class Amounts
{
    public static ReadOnlySpan<byte> Shorten(ReadOnlySpan<byte> text) =>
        text.Contains((byte)'.') ? text.TrimEnd((byte)'0').TrimEnd((byte)'.') : text;
}
