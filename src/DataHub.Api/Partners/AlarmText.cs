using DataHub.Partners;

namespace DataHub.Api.Partners;

/// <summary>Alarms in the log. Numbers, never what was asked.</summary>
internal static class AlarmText
{
    public static void Log(ILogger log, Alarm alarm) => log.LogWarning(
        "{Kind}: the look-ups of client {Client} look like guessing, {Counted} in an hour where {Threshold} are usual",
        alarm.Kind, alarm.Client, alarm.Counted, alarm.Threshold);
}
