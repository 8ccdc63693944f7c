using System.Buffers;

namespace DataHub.Api.Http;

/// <summary>Bytes in an array of the shared pool, which gets it back on disposal.</summary>
internal sealed class PooledBytes(byte[] rented, int length) : IDisposable
{
    private byte[]? rented = rented;

    public ReadOnlyMemory<byte> Memory => rented.AsMemory(0, length);

    /// <summary>The array itself; the caller has to give it back.</summary>
    public byte[] Take()
    {
        var taken = rented!;
        rented = null;
        return taken;
    }

    public void Dispose()
    {
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        rented = null;
    }
}
