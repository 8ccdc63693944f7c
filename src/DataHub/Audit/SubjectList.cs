namespace DataHub.Audit;

/// <summary>Persons and businesses, gathered as they come and each told once.</summary>
internal struct SubjectList
{
    private const int Small = 8;
    private long[]? codes;
    private int count;

    public SubjectList()
    {
    }

    /// <summary>Adds one; it may be there already.</summary>
    public void Add(Subject subject)
    {
        // A person and a business of the same number are two: the last bit tells them apart.
        var code = (subject.Id << 1) | (subject.IsPerson ? 1L : 0L);
        if (count > 0 && codes![count - 1] == code) return;
        codes ??= new long[Small];
        if (count == codes.Length) Array.Resize(ref codes, count * 2);
        codes[count++] = code;
    }

    /// <summary>Gives what was gathered, each once and rising, and begins anew.</summary>
    /// <param name="told">Codes that were told before, rising: they are left out.</param>
    public (long[] Persons, long[] Businesses, long[] All) Take(long[] told)
    {
        if (count == 0) return ([], [], told);
        var found = codes.AsSpan(0, count);
        found.Sort();
        var (kept, persons) = (0, 0);
        for (var i = 0; i < found.Length; i++)
        {
            if ((i > 0 && found[i] == found[i - 1]) || Array.BinarySearch(told, found[i]) >= 0) continue;
            persons += (int)(found[i] & 1);
            kept++;
        }
        var result = (Persons: new long[persons], Businesses: new long[kept - persons]);
        var (p, b) = (0, 0);
        for (var i = 0; i < found.Length; i++)
        {
            if ((i > 0 && found[i] == found[i - 1]) || Array.BinarySearch(told, found[i]) >= 0) continue;
            if ((found[i] & 1) == 1) result.Persons[p++] = found[i] >> 1;
            else result.Businesses[b++] = found[i] >> 1;
        }
        long[] all = told.Length == 0 ? found.ToArray() : [.. told, .. found];
        if (told.Length > 0) Array.Sort(all);
        count = 0;
        return (result.Persons, result.Businesses, all);
    }
}
