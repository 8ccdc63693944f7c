using DataHub.Faults.Loading;

namespace DataHub.Faults;

/// <summary>Makes faults of all kinds, or of the one that is named.</summary>
internal static class FaultCommand
{
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (FaultOptions.Read(args) is not { } options)
        {
            await errors.WriteLineAsync(FaultOptions.Usage);
            return 2;
        }
        if (OperatingSystem.IsWindows()) throw new PlatformNotSupportedException("The built-in PostgreSQL needs Linux or macOS.");
        var complaints = new List<string>();
        if (options.Kind is null or FaultKind.Serving) complaints.AddRange(await ServingFaults.RunAsync(options, output));
        if (options.Kind is null or FaultKind.Loading) complaints.AddRange(await LoadFaults.RunAsync(options, output));
        return complaints.Count == 0 ? 0 : 1;
    }
}
