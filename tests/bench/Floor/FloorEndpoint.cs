using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace DataHub.Bench.Floor;

/// <summary>Takes a request to its query: reads the variables, borrows a session, writes the answer with its length.</summary>
internal sealed class FloorEndpoint(string connectionString) : IAsyncDisposable
{
    // About two connections a core kept the tail of latencies short; more of them only compete.
    private readonly SessionPool sessions = new(connectionString, Environment.ProcessorCount * 2);
    private readonly ConcurrentBag<Answer> answers = [];

    public async Task AnswerAsync(HttpContext context)
    {
        if (Questions.Named(context.Request.Path.Value) is not { } question)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var variables = await Variables.ReadAsync(context.Request);
        if (!answers.TryTake(out var answer)) answer = new Answer();
        try
        {
            await RunAsync(question, variables, answer, context.RequestAborted);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = answer.Written.Length;
            await context.Response.BodyWriter.WriteAsync(answer.Written, context.RequestAborted);
        }
        finally
        {
            answers.Add(answer);
        }
    }

    private async Task RunAsync(Question question, Variables variables, Answer answer, CancellationToken cancellation)
    {
        var session = await sessions.TakeAsync(cancellation);
        try
        {
            answer.Begin();
            await question(session, variables, answer);
            answer.End();
        }
        catch (NpgsqlException)
        {
            await session.ResetAsync();
            throw;
        }
        finally
        {
            sessions.Return(session);
        }
    }

    public ValueTask DisposeAsync() => sessions.DisposeAsync();
}
