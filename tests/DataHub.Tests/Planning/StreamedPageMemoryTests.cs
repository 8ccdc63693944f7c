namespace DataHub.Tests.Planning;

/// <summary>Alone, since the memory of the process is measured.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "measured alone";
}

[Collection(MeasuredAlone.Name)]
public sealed class StreamedPageMemoryTests(ManyBusinesses hub) : IClassFixture<ManyBusinesses>
{
    [Fact]
    public async Task The_memory_held_does_not_grow_with_the_rows()
    {
        const string Nested = "nodes { id name registeredOn regency { name } loans(first: 3) { nodes { plafon } } licences { nib } }";
        var few = await PeakAsync($"{{ businesses(first: 1500) {{ {Nested} }} }}");
        var many = await PeakAsync($"{{ businesses(first: 10000) {{ {Nested} }} }}");
        // Seven times the rows: what is held for each of them is its key and its sort keys.
        Assert.True(many - few < 2_000_000, $"1,500 rows held {few:N0} bytes, 10,000 held {many:N0}.");
    }

    /// <summary>The most that is alive after a flush, beyond what was before.</summary>
    private async Task<long> PeakAsync(string document)
    {
        await hub.SendAsync(document, mayStream: true, isKept: false);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = 0L;
        await hub.SendAsync(document, mayStream: true, isKept: false, afterFlush: flush =>
        {
            if (flush % 4 == 2) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            return Task.CompletedTask;
        });
        return most;
    }
}
