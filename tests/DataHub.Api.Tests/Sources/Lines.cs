using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace DataHub.Api.Tests.Sources;

/// <summary>A log that keeps its lines.</summary>
internal sealed class Lines : ILogger
{
    private readonly ConcurrentQueue<string> lines = [];

    public IReadOnlyList<string> All => [.. lines];

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue(formatter(state, exception));
}
