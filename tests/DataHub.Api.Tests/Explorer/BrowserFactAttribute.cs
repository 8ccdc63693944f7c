namespace DataHub.Api.Tests.Explorer;

/// <summary>A test that needs a Chromium beside Node.js; skipped, saying so, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : NodeFactAttribute
{
    public BrowserFactAttribute()
    {
        if (Skip is null && Browser is null) Skip = "Chromium is not installed: the explorer cannot be opened in a browser.";
    }

    /// <summary>Where Debian and others put it; null when there is none.</summary>
    public static string? Browser { get; } =
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
}
