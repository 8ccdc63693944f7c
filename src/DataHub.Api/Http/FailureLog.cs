using System.Diagnostics;
using System.Text;
using Npgsql;

namespace DataHub.Api.Http;

/// <summary>
/// Logs failures by type and place. Messages of exceptions stay out: Npgsql and the JSON and CSV readers quote values, and a value may be a
/// NIK.
/// </summary>
internal static class FailureLog
{
    private const int MaxFrames = 12;

    public static void Write(ILogger logger, LogLevel level, Exception exception) =>
        logger.Log(level, "Request failed: {Failure} [{Trace}]", Describe(exception), Activity.Current?.TraceId.ToString() ?? "-");

    private static string Describe(Exception exception)
    {
        var text = new StringBuilder();
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (text.Length > 0) text.Append(" <- ");
            text.Append(inner.GetType().Name);
            if (inner is PostgresException postgres) text.Append(' ').Append(postgres.SqlState);
        }
        // Without file names: those are paths of the machine that built the hub.
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: false).GetFrames().Take(MaxFrames))
            if (frame.GetMethod() is { } method) text.Append(" at ").Append(method.DeclaringType?.Name).Append('.').Append(method.Name);
        return text.ToString();
    }
}
