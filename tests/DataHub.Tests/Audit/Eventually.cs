namespace DataHub.Tests.Audit;

/// <summary>For what happens beside the request.</summary>
internal static class Eventually
{
    /// <summary>What is read once it is as expected; what it was at last when it does not become so within ten seconds.</summary>
    public static async Task<T> Async<T>(Func<Task<T>> read, Func<T, bool> isExpected)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var found = await read();
            if (isExpected(found)) return found;
            await Task.Delay(50);
        }
        return await read();
    }
}
