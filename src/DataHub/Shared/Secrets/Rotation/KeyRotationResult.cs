namespace DataHub.Shared.Secrets.Rotation;

/// <summary>What an exchange came to.</summary>
/// <param name="Added">Keys made by this run; empty when it went on with one that was broken off.</param>
/// <param name="Retired">Keys that nothing uses any more and that were destroyed.</param>
/// <param name="Kept">Former keys that values still need, with how many; those values could not be read.</param>
public sealed record KeyRotationResult(
    IReadOnlyList<SecretKey> Added, IReadOnlyList<SecretKey> Retired, IReadOnlyList<(SecretKey Key, long Values)> Kept);
