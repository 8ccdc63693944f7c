namespace DataHub.Database.Embedded;

/// <summary>
/// The server's settings, written before each start. They lie beside the cluster, not in it: root writes them, and a file that root writes
/// in a folder of another user could be led elsewhere.
/// </summary>
internal static class ClusterSettings
{
    /// <summary>The cluster's superuser and the hub's database.</summary>
    public const string Name = "datahub";

    // Docker gives /dev/shm 64 MB, less than one parallel hash join may take.
    private const long EnoughSharedMemory = 512L * 1024 * 1024;

    public static void Write(ClusterPlace place, bool durable)
    {
        Replace(place.Settings, $"""
            hba_file = {Quote(place.HostRules)}
            ident_file = {Quote(place.UserMap)}
            listen_addresses = ''
            unix_socket_directories = {Quote(place.SocketFolder)}
            port = 5432
            max_connections = 100
            shared_buffers = {(durable ? "256MB" : "128MB")}
            effective_cache_size = 1GB
            work_mem = 16MB
            maintenance_work_mem = 192MB
            # Loads keep a file's rows in temporary tables; no other session uses any.
            temp_buffers = 128MB
            dynamic_shared_memory_type = {SharedMemoryType()}
            random_page_cost = 1.1
            jit = off
            # A statement whose client was killed would run to its end.
            client_connection_check_interval = 5s
            # No replica reads from a private server, so bulk loads need not go through the log.
            wal_level = minimal
            max_wal_senders = 0
            max_wal_size = 4GB
            checkpoint_timeout = 15min
            wal_compression = off
            fsync = {OnOff(durable)}
            full_page_writes = {OnOff(durable)}
            synchronous_commit = {OnOff(durable)}
            {SyncMethod(place)}
            timezone = 'UTC'
            log_timezone = 'UTC'
            datestyle = 'iso, ymd'
            lc_messages = 'C.UTF-8'
            lc_monetary = 'C.UTF-8'
            lc_numeric = 'C.UTF-8'
            lc_time = 'C.UTF-8'
            default_text_search_config = 'pg_catalog.simple'
            logging_collector = on
            log_directory = 'log'
            log_filename = 'postgresql-%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            log_rotation_size = 0
            log_checkpoints = off
            # Details and statements of an error can hold what a person's record says.
            log_error_verbosity = terse
            log_min_error_statement = panic

            """);
        Replace(place.HostRules, "local all all peer map=hub\n");
        Replace(place.UserMap, $"hub \"{ClusterAccount.Caller.Replace("\"", "\"\"", StringComparison.Ordinal)}\" {Name}\n");
    }

    private static string OnOff(bool on) => on ? "on" : "off";

    // A log that is for nobody else is then written past the page cache (PostgreSQL opens it with O_DIRECT as well), by one call a commit. That
    // takes a third of the processor time of write and fdatasync, and a third of the time. Not every file system can do it; these can.
    private static string SyncMethod(ClusterPlace place) =>
        OperatingSystem.IsLinux() && new DriveInfo(place.Home).DriveFormat is ['e', 'x', 't', ..] or "xfs" ? "wal_sync_method = open_datasync" : "";

    private static string SharedMemoryType()
    {
        if (!OperatingSystem.IsLinux()) return "posix";
        return Directory.Exists("/dev/shm") && new DriveInfo("/dev/shm").TotalSize >= EnoughSharedMemory ? "posix" : "sysv";
    }

    private static string Quote(string text) =>
        $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    private static void Replace(string path, string content)
    {
        File.WriteAllText(path, content);
        Permissions.Set(path, Permissions.Readable);
    }
}
