using Polly.CircuitBreaker;

namespace DataHub.Feeds.Sources.Http;

/// <summary>The source was not asked: it failed too often a moment ago.</summary>
internal sealed class SourceRestsException(BrokenCircuitException inner) : Exception(Words, inner)
{
    /// <summary>The same for people.</summary>
    public const string Words = "the source failed too often and is left alone for a while";
}
