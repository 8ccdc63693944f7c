namespace DataHub.Database.Embedded;

/// <summary>
/// A lock on a file that the kernel gives up when its holder dies, however it dies. On Unix .NET opens with <c>FileShare.None</c> under an
/// exclusive flock and otherwise under a shared one.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly FileStream file;

    private FileLock(FileStream file) => this.file = file;

    /// <summary>Waits until no one else holds the lock.</summary>
    public static Task<FileLock> ExclusiveAsync(string path, CancellationToken cancellationToken) =>
        WaitAsync(path, FileShare.None, cancellationToken);

    /// <summary>Waits until no one holds the lock exclusively.</summary>
    public static Task<FileLock> SharedAsync(string path, CancellationToken cancellationToken) =>
        WaitAsync(path, FileShare.ReadWrite, cancellationToken);

    /// <summary>The lock, or null when someone else holds it in any way.</summary>
    public static FileLock? TryExclusive(string path) => Try(path, FileShare.None);

    public void Dispose() => file.Dispose();

    private static async Task<FileLock> WaitAsync(string path, FileShare share, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Try(path, share) is { } held) return held;
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private static FileLock? Try(string path, FileShare share)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
            // Whoever may read a file may lock it, and so keep its owner out.
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            return new FileLock(new FileStream(path, options));
        }
        catch (IOException exception) when (exception.GetType() == typeof(IOException) && File.Exists(path))
        {
            return null;
        }
    }
}
