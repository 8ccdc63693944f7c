using System.Diagnostics.CodeAnalysis;
using DataHub.Access;

namespace DataHub.Api.Subscriptions;

/// <summary>Counts the sockets and event streams that are open, in all and for each caller.</summary>
internal sealed class OpenConnections(SubscriptionSettings settings)
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Client, string Subject), int> callers = [];
    private int all;

    /// <summary>A place; false when all are taken.</summary>
    public bool TryOpen([NotNullWhen(true)] out Place? place)
    {
        lock (gate)
        {
            place = all < settings.MaxConnections ? new Place(this) : null;
            if (place is not null) all++;
            return place is not null;
        }
    }

    private bool TryOwn(Caller caller)
    {
        var key = (caller.Client, caller.Subject);
        lock (gate)
        {
            var held = callers.GetValueOrDefault(key);
            if (held >= settings.MaxPerCaller) return false;
            callers[key] = held + 1;
            return true;
        }
    }

    private void Close(Caller? owner)
    {
        lock (gate)
        {
            all--;
            if (owner is null) return;
            var key = (owner.Client, owner.Subject);
            if (--callers[key] == 0) callers.Remove(key);
        }
    }

    /// <summary>One open connection; given back when disposed of.</summary>
    public sealed class Place(OpenConnections connections) : IDisposable
    {
        private Caller? owner;
        private bool isClosed;

        /// <summary>Counts the connection for its caller; false when the caller holds too many. To be called once.</summary>
        public bool TryOwn(Caller caller)
        {
            if (!connections.TryOwn(caller)) return false;
            owner = caller;
            return true;
        }

        public void Dispose()
        {
            if (isClosed) return;
            isClosed = true;
            connections.Close(owner);
        }
    }
}
