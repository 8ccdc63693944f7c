using DataHub.Partners;

namespace DataHub.Testing;

/// <summary>Partners for tests.</summary>
public static class Partnership
{
    /// <summary>A partner of a kind with all that the kind may have, from yesterday on.</summary>
    public static Partner Of(string code, string kind, params string[] clients)
    {
        var fixedFor = Partner.KindOf(kind);
        var yesterday = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(-1);
        return new Partner(code, 1)
        {
            Name = $"Organisation {code}",
            Kind = kind,
            Clients = clients,
            Scopes = [.. fixedFor.Scopes],
            Purposes = [fixedFor.Purpose],
            Agreement = $"PKS/{code}/2026",
            ValidFrom = yesterday,
            ChangedAt = yesterday,
            ChangedBy = "test",
        };
    }

    /// <summary>Waits, some seconds at most, until something holds.</summary>
    public static async Task<bool> HoldsWithinAsync(TimeSpan time, Func<bool> holds)
    {
        var end = TimeProvider.System.GetUtcNow() + time;
        while (!holds())
        {
            if (TimeProvider.System.GetUtcNow() > end) return false;
            await Task.Delay(10);
        }
        return true;
    }
}
