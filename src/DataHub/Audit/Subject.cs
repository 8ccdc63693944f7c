namespace DataHub.Audit;

/// <summary>Whom an entry is about: a person or a business, by the hub's own number.</summary>
/// <param name="IsPerson">True: a person; false: a business.</param>
/// <param name="Id">The number, above 0; never a NIK or NIB.</param>
public readonly record struct Subject(bool IsPerson, long Id)
{
    public static Subject Person(long id) => new(true, id);

    public static Subject Business(long id) => new(false, id);
}
