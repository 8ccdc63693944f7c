using System.Buffers;

namespace DataHub.Planning;

/// <summary>A name in PostgreSQL, quoted when written; made from EF's model or from constants, never from a request.</summary>
public readonly record struct Identifier(string Name)
{
    private static readonly SearchValues<char> Plain = SearchValues.Create("_abcdefghijklmnopqrstuvwxyz0123456789");
    private static readonly Identifier[] Aliases = [.. Enumerable.Range(0, 16).Select(number => new Identifier($"t{number}"))];

    public static Identifier Alias(int number) => number < Aliases.Length ? Aliases[number] : new($"t{number}");

    /// <summary>Quoted as PostgreSQL wants it; plain lower-case names are left bare, as people write them.</summary>
    public override string ToString() =>
        IsPlain(Name) ? Name : $"\"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsPlain(string name) => name.Length > 0 && !char.IsAsciiDigit(name[0]) && !name.AsSpan().ContainsAnyExcept(Plain);
}
