namespace DataHub.Feeds.Sources;

/// <summary>One source over HTTP: section <c>DataHub:Sources:&lt;name&gt;</c>.</summary>
public sealed class SourceSettings
{
    /// <summary>Name of the section: letters, digits, dash; of it the cursor is known.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it speaks; null: what the name says.</summary>
    public SourceKind? Kind { get; set; }

    /// <summary>Whether its schedule runs; by hand it runs anyhow.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Where it is; https but for Development and Sandbox.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>Key of the hub in the header <c>user_key</c> (OSS) or <c>X-Api-Key</c> (marketplace).</summary>
    public string? UserKey { get; set; }

    /// <summary>OAuth client of the hub at a marketplace.</summary>
    public string? ClientId { get; set; }

    /// <summary>Its secret.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>User code of the hub at SIKP (Kode Pengguna).</summary>
    public string? Username { get; set; }

    /// <summary>Its access code (Kode Akses).</summary>
    public string? Password { get; set; }

    /// <summary>Quartz cron expression with seconds, in WIB; null: by hand only.</summary>
    public string? Schedule { get; set; }

    /// <summary>Records a page, 1 to 5000; of OSS, NIBs that are asked between two looks at the landing.</summary>
    public int PageSize { get; set; } = 200;

    /// <summary>Records that make one feed run, 1 to 100000: what a death costs at most.</summary>
    public int BatchRows { get; set; } = 10_000;

    /// <summary>Calls at a time where a record is a call, 1 to 32.</summary>
    public int Parallel { get; set; } = 4;

    /// <summary>How long one attempt at a call may take.</summary>
    public TimeSpan AttemptTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a call may take with all its attempts and pauses.</summary>
    public TimeSpan TotalTime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Attempts after the first, 0 to 10.</summary>
    public int Retries { get; set; } = 4;

    /// <summary>Pause before the second attempt; each further one is twice as long, with jitter.</summary>
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest pause; a source that asks for a longer one is left until the next run.</summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a source that fails too often is left alone.</summary>
    public TimeSpan RestTime { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Attempts within a minute, 2 to 1000, of which half must fail before the source is left alone.</summary>
    public int BreakAfter { get; set; } = 6;

    /// <summary>Largest answer in bytes.</summary>
    public int MaxResponseBytes { get; set; } = 16 << 20;

    /// <summary>OSS: after how long a licence is asked for again.</summary>
    public TimeSpan RefreshAfter { get; set; } = TimeSpan.FromDays(30);

    /// <summary>OSS: NIBs a run asks at most.</summary>
    public int MostPerRun { get; set; } = 5_000;

    /// <summary>SIKP: whether the debtor's name and place, which a contract does not carry, are asked for (calon).</summary>
    public bool AsksCandidates { get; set; } = true;

    /// <summary>Marketplace: how far before the cursor is asked, for what the source entered late.</summary>
    public TimeSpan Overlap { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The name: no secret goes into a log by way of this object.</summary>
    public override string ToString() => Name;
}
