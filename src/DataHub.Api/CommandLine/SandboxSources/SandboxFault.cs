namespace DataHub.Api.CommandLine.SandboxSources;

/// <summary>How an invented source can misbehave.</summary>
public enum SandboxFault
{
    /// <summary>Answers after a time.</summary>
    Slow,
    /// <summary>HTTP 503.</summary>
    Error,
    /// <summary>Breaks the connection without an answer.</summary>
    Down,
    /// <summary>HTTP 429 with Retry-After.</summary>
    Throttle,
    /// <summary>A page for people instead of JSON.</summary>
    NotJson,
    /// <summary>A redirect to another host.</summary>
    Redirect,
    /// <summary>An answer longer than anyone takes.</summary>
    Huge,
    /// <summary>Some fields of some records have another type, or are missing.</summary>
    WrongTypes,
    /// <summary>Records come twice.</summary>
    Duplicate,
    /// <summary>Records come in no order.</summary>
    Reorder,
    /// <summary>A listing begins at its beginning, whatever was asked.</summary>
    Backwards,
    /// <summary>A token is refused as if its time were over.</summary>
    TokenEnds,
}
