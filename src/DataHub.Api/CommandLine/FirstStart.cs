using System.Text.Json;

namespace DataHub.Api.CommandLine;

/// <summary>How far the first start of a data folder came: <c>demonstration.json</c> in it.</summary>
internal sealed class FirstStart(string dataDirectory)
{
    private readonly string path = Path.Combine(dataDirectory, "demonstration.json");

    /// <param name="Businesses">What the first start was asked for.</param>
    /// <param name="IsDone">False while it is under way, and after it was interrupted.</param>
    public sealed record State(int Businesses, bool IsDone);

    /// <summary>Null when there was none.</summary>
    public State? Read() => File.Exists(path) ? JsonSerializer.Deserialize<State>(File.ReadAllBytes(path)) : null;

    /// <summary>Replaces what was there, whole.</summary>
    public void Write(State state)
    {
        Directory.CreateDirectory(dataDirectory);
        var draft = path + ".draft";
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(state));
        File.Move(draft, path, overwrite: true);
    }
}
