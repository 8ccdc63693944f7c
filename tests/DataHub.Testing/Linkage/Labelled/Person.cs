namespace DataHub.Testing.Linkage.Labelled;

/// <summary>Somebody with an identity card; owners, their spouses, and employees.</summary>
internal sealed class Person
{
    public required int Number { get; init; }

    /// <summary>As on the card, without title and degree.</summary>
    public required string Name { get; init; }

    public required bool Woman { get; init; }

    public required string Nik { get; init; }

    public required string Phone { get; set; }

    /// <summary>H., Hj., Dra. …: null for most.</summary>
    public string? Title { get; init; }

    /// <summary>Position in the list of degrees; null for most.</summary>
    public int? Degree { get; init; }

    public required Place Home { get; init; }

    public Person? Spouse { get; set; }

    public List<Venture> Ventures { get; } = [];

    public HashSet<string> Tags { get; } = [];

    public string Id => "O" + Number.ToString("D7", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>An address before somebody writes it down; null means that it has no such part.</summary>
internal sealed record Place(Village Village)
{
    public string? Street { get; init; }

    public int? HouseNumber { get; init; }

    public string? Lane { get; init; }

    public string? Hamlet { get; init; }

    public int? Rt { get; init; }

    public int? Rw { get; init; }
}
