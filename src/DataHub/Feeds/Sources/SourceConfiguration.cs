using System.Text.RegularExpressions;
using DataHub.Shared.Settings;
using Microsoft.Extensions.Configuration;

namespace DataHub.Feeds.Sources;

/// <summary>Reads <c>DataHub:Sources</c>.</summary>
public static partial class SourceConfiguration
{
    /// <summary>The section's name.</summary>
    public const string Section = "DataHub:Sources";

    /// <summary>All sources. Throws <see cref="FormatException"/> for what cannot be, naming the setting and never its value.</summary>
    public static IReadOnlyList<SourceSettings> Read(IConfiguration configuration, string environment) =>
        [.. configuration.GetSection(Section).GetChildren().Select(section => Of(section, environment))];

    private static SourceSettings Of(IConfigurationSection section, string environment)
    {
        if (SettingFault.Of(section, typeof(SourceSettings)) is { } wrong) throw new FormatException(wrong);
        var settings = section.Get<SourceSettings>() ?? new SourceSettings();
        settings.Name = section.Key;
        settings.Kind ??= Enum.TryParse<SourceKind>(section.Key, ignoreCase: true, out var kind) ? kind : null;
        return Fault(settings, environment) is { } fault ? throw new FormatException($"{section.Path}: {fault}") : settings;
    }

    private static string? Fault(SourceSettings settings, string environment)
    {
        if (!Name().IsMatch(settings.Name)) return "a source's name is letters, digits and dashes, at most 40";
        if (settings.Kind is null) return "Kind must be Oss, Sikp or Marketplace, as the name is none of them";
        return FaultOfAddress(settings.BaseAddress, environment)
            ?? FaultOfSecrets(settings) ?? FaultOfNumbers(settings) ?? FaultOfTimes(settings);
    }

    private static string? FaultOfAddress(Uri? address, string environment)
    {
        if (address is not { IsAbsoluteUri: true } || address.Scheme is not ("http" or "https"))
            return "BaseAddress must be an absolute address";
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            return "BaseAddress must have no user, query or fragment: secrets have settings of their own";
        return address.Scheme == "https" || environment is "Development" or "Sandbox" ? null : "BaseAddress must be https";
    }

    private static string? FaultOfSecrets(SourceSettings settings) => settings.Kind switch
    {
        SourceKind.Oss when IsMissing(settings.UserKey) => "UserKey is missing",
        SourceKind.Sikp when IsMissing(settings.Username) || IsMissing(settings.Password) => "Username or Password is missing",
        SourceKind.Marketplace when IsMissing(settings.UserKey) && (IsMissing(settings.ClientId) || IsMissing(settings.ClientSecret)) =>
            "UserKey, or ClientId and ClientSecret, are missing",
        _ => null,
    };

    private static string? FaultOfNumbers(SourceSettings settings)
    {
        (string Name, long Value, long Least, long Most)[] numbers =
        [
            (nameof(settings.PageSize), settings.PageSize, 1, 5_000),
            (nameof(settings.BatchRows), settings.BatchRows, 1, 100_000),
            (nameof(settings.Parallel), settings.Parallel, 1, 32),
            (nameof(settings.Retries), settings.Retries, 0, 10),
            (nameof(settings.BreakAfter), settings.BreakAfter, 2, 1_000),
            (nameof(settings.MaxResponseBytes), settings.MaxResponseBytes, 1_024, 256 << 20),
            (nameof(settings.MostPerRun), settings.MostPerRun, 1, 1_000_000),
        ];
        foreach (var (name, value, least, most) in numbers)
            if (value < least || value > most) return $"{name} must be {least} to {most}";
        return null;
    }

    private static string? FaultOfTimes(SourceSettings settings)
    {
        (string Name, TimeSpan Value)[] times =
        [
            (nameof(settings.AttemptTime), settings.AttemptTime), (nameof(settings.TotalTime), settings.TotalTime),
            (nameof(settings.FirstPause), settings.FirstPause), (nameof(settings.LongestPause), settings.LongestPause),
            (nameof(settings.RestTime), settings.RestTime),
        ];
        foreach (var (name, value) in times)
            // What Polly takes.
            if (value < TimeSpan.FromSeconds(0.5) || value > TimeSpan.FromHours(24)) return $"{name} must be half a second to a day";
        if (settings.RefreshAfter <= TimeSpan.Zero) return $"{nameof(settings.RefreshAfter)} must be above zero";
        return settings.Overlap < TimeSpan.Zero ? $"{nameof(settings.Overlap)} must not be negative" : null;
    }

    private static bool IsMissing(string? secret) => string.IsNullOrWhiteSpace(secret);

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,39}$")]
    private static partial Regex Name();
}
