namespace DataHub.Linkage.Store;

/// <summary>What a pass is doing.</summary>
public enum PassStage
{
    /// <summary>Records are read and decrypted.</summary>
    Reading,

    /// <summary>Records are compared with each other.</summary>
    Comparing,

    /// <summary>Businesses, persons and links are written.</summary>
    Applying,

    /// <summary>Everything is committed.</summary>
    Done,
}

/// <summary>Where a pass stands.</summary>
/// <param name="Stage">What it is doing.</param>
/// <param name="Records">Records read so far; all of them in later stages.</param>
public sealed record PassProgress(PassStage Stage, int Records);
