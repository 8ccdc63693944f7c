namespace DataHub.Planning;

/// <summary>A name in PostgreSQL, quoted when written; made from EF's model or from constants, never from a request.</summary>
public readonly record struct Identifier(string Name)
{
    public static Identifier Alias(int number) => new($"t{number}");

    /// <summary>Quoted as PostgreSQL wants it; plain lower-case names are left bare, as people write them.</summary>
    public override string ToString() =>
        IsPlain(Name) ? Name : $"\"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool IsPlain(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => c is '_' or (>= 'a' and <= 'z') or (>= '0' and <= '9'));
}
