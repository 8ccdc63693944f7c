using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DataHub.GraphQL.Tests.Differential;

/// <summary>The reference implementation in a Node process of its own: a question is a line of JSON, so is its answer.</summary>
internal sealed class Oracle : IAsyncDisposable
{
    private readonly Process process;

    public Oracle(string folder)
    {
        var start = new ProcessStartInfo("node", ["oracle.mjs"])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        process = Process.Start(start)!;
    }

    /// <summary>The answer to a question whose members, after <c>ask</c>, are given as JSON. Fails when the other side fails.</summary>
    public async Task<JsonElement> AskAsync(string ask, string members)
    {
        // All JSON written here is ASCII: what is half of a surrogate pair travels as an escape.
        await process.StandardInput.WriteLineAsync($$"""{"ask":"{{ask}}",{{members}}}""");
        await process.StandardInput.FlushAsync();
        var line = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The reference implementation ended without an answer.");
        var answer = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 1000 }).RootElement;
        if (answer.TryGetProperty("failure", out var failure)) Assert.Fail($"The reference implementation failed: {failure.GetString()}");
        return answer.GetProperty("answer");
    }

    /// <summary>A text as JSON in ASCII, whatever UTF-16 code units it has.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            if (character is >= ' ' and < '\u007F' and not ('"' or '\\')) quoted.Append(character);
            else quoted.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
        }
        return quoted.Append('"').ToString();
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
