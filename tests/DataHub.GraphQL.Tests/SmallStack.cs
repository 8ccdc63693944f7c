using System.Runtime.ExceptionServices;

namespace DataHub.GraphQL.Tests;

/// <summary>Runs on a thread whose stack is a quarter of what servers have: what recurses without bound ends the process.</summary>
internal static class SmallStack
{
    private const int Bytes = 256 * 1024;

    public static void Run(Action action)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            try
            {
                action();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }, Bytes);
        thread.Start();
        thread.Join();
        failure?.Throw();
    }
}
