namespace DataHub.Database.Embedded;

/// <summary>
/// The user that runs the server: the caller, and for root the user <c>postgres</c>, since PostgreSQL refuses to run as root.
/// </summary>
internal sealed class ClusterAccount
{
    private const string ServerUser = "postgres";
    private readonly string[] prefix;

    private ClusterAccount(string[] prefix) => this.prefix = prefix;

    /// <summary>Whether the server's user is another one than the caller.</summary>
    public bool IsOther => prefix.Length > 0;

    /// <summary>The operating system's name of the caller, whom the server lets in.</summary>
    public static string Caller => Environment.UserName;

    public static async Task<ClusterAccount> FindAsync(CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess) return new ClusterAccount([]);

        var known = await Command.RunAsync(["id", "-u", ServerUser], cancellationToken);
        if (known.ExitCode != 0)
            throw new DatabaseSetupException(
                "PostgreSQL does not run as root and there is no user postgres: apt-get install postgresql, or run as an ordinary user.");
        return new ClusterAccount(Prefix());
    }

    /// <summary>The words of a command, run as the server's user.</summary>
    public IReadOnlyList<string> Run(params string[] words) => [.. prefix, .. words];

    /// <summary>Hands a folder over to the server's user; no one else may enter it.</summary>
    public async Task OwnAsync(string folder, CancellationToken cancellationToken)
    {
        Permissions.Set(folder, Permissions.Private);
        if (!IsOther) return;
        var result = await Command.RunAsync(["chown", $"{ServerUser}:", folder], cancellationToken);
        if (result.ExitCode != 0) throw new DatabaseSetupException($"Cannot hand {folder} to postgres: {Command.LastLine(result.Error)}");
    }

    private static string[] Prefix()
    {
        if (Programs.InPath("runuser") is { } runuser) return [runuser, "-u", ServerUser, "--"];
        if (Programs.InPath("setpriv") is { } setpriv)
            return [setpriv, $"--reuid={ServerUser}", $"--regid={ServerUser}", "--init-groups", "--"];
        if (Programs.InPath("su") is { } su) return [su, ServerUser, "-s", "/bin/sh", "-c", "exec \"$@\"", "--", "sh"];
        throw new DatabaseSetupException(
            "PostgreSQL does not run as root, and runuser, setpriv and su are missing: run as an ordinary user.");
    }
}
