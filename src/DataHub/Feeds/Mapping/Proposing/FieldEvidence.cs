namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>What a column's values say for or against a field, from -1 to 1, and in words.</summary>
internal readonly record struct Evidence(double Weight, string Words)
{
    /// <summary>The values say nothing.</summary>
    public static Evidence None { get; } = new(0, "");
}

/// <summary>Looks at a column's values with a field in mind.</summary>
internal static class FieldEvidence
{
    /// <summary>What the values say; a column without values says nothing.</summary>
    public static Evidence Of(FeedColumn field, ColumnProfile column)
    {
        if (column.Filled == 0) return Evidence.None;
        return (field.Role, field.Kind, field.Name) switch
        {
            (_, ColumnKind.Nik, _) => Nik(column),
            (_, ColumnKind.Nib, _) => Shape(column, ValueShapes.IsNib, "13 digits", 0.5),
            (ColumnRole.Phone, _, _) => Shape(column, ValueShapes.IsPhone, "telephone numbers", 0.5),
            (ColumnRole.PersonName, _, _) => Person(column),
            (ColumnRole.BusinessName, _, _) => Business(column),
            (_, ColumnKind.Kbli, _) => Words(column, column.Kbli, "codes of KBLI"),
            (_, ColumnKind.Amount, _) => Numbers(column, ValueShapes.IsMoney, "amounts"),
            (_, ColumnKind.Count, _) => Numbers(column, ValueShapes.IsCount, "small whole numbers"),
            (_, ColumnKind.Year, _) => Words(column, column.Share(cell => DateText.Year(cell.Text) is not null), "years"),
            (_, ColumnKind.Date or ColumnKind.EndDate, _) => Words(column, column.Share(ValueShapes.IsDate), "days"),
            (_, _, "email") => Shape(column, ValueShapes.IsEmail, "e-mail addresses", 0.5),
            (_, _, "kabupaten") => Region(column, column.Regencies, "regencies of the register"),
            (_, _, "kecamatan") => Region(column, column.Districts, "districts of the register"),
            (_, _, "alamat") => For(column.Share(ValueShapes.IsAddress), "addresses"),
            (_, _, "jenis_badan_usaha") => For(column.Share(ValueShapes.IsLegalForm), "legal forms"),
            (_, _, "skala") => For(column.Share(ValueShapes.IsScale), "classes of size"),
            _ => Text(column),
        };
    }

    private static Evidence Nik(ColumnProfile column)
    {
        var (valid, damaged) = (column.Share(ValueShapes.IsNik), column.Share(ValueShapes.IsDamagedNik));
        if (damaged > 0.3) return new Evidence(0.8, $"{Percent(damaged)} are what a spreadsheet leaves of a NIK: damaged, weak evidence");
        return valid > 0.5 ? new Evidence(1, $"{Percent(valid)} have the form of a NIK") : valid > 0.1
            ? new Evidence(0.4, $"{Percent(valid)} have the form of a NIK")
            : new Evidence(-0.6, "hardly a value has the form of a NIK");
    }

    private static Evidence Shape(ColumnProfile column, Func<Sheets.Cell, bool> fits, string what, double enough)
    {
        var share = column.Share(fits);
        return share >= enough ? new Evidence(1, $"{Percent(share)} are {what}")
            : share > 0.1 ? new Evidence(0.2, $"{Percent(share)} are {what}")
            : new Evidence(-0.5, $"hardly a value is one of {what}");
    }

    private static Evidence Words(ColumnProfile column, double share, string what) =>
        share >= 0.7 ? new Evidence(0.8, $"{Percent(share)} are {what}")
        : share < 0.2 && column.Filled >= 3 ? new Evidence(-0.8, $"hardly a value is one of {what}")
        : new Evidence(share - 0.3, $"{Percent(share)} are {what}");

    private static Evidence Numbers(ColumnProfile column, Func<Sheets.Cell, bool> fits, string what)
    {
        var share = column.Share(ValueShapes.IsNumber);
        if (share < 0.5) return new Evidence(-0.9, "most values are no numbers");
        if (column.IsRunning && column.Filled > 5) return new Evidence(-0.9, "the values number the rows");
        return new Evidence(0.3 + (0.3 * column.Share(fits)), $"{Percent(share)} are numbers, {Percent(column.Share(fits))} {what}");
    }

    private static Evidence Region(ColumnProfile column, double share, string what) =>
        share >= 0.3 ? new Evidence(0.9, $"{Percent(share)} are {what}") : new Evidence(0, $"{Percent(share)} are {what}");

    private static Evidence For(double share, string what) => share > 0.3 ? new Evidence(0.6, $"{Percent(share)} look like {what}")
        : Evidence.None;

    private static Evidence Person(ColumnProfile column)
    {
        if (IsFigures(column)) return new Evidence(-1, "the values are numbers");
        var (person, business) = (column.Share(ValueShapes.IsPerson), column.Share(ValueShapes.IsBusiness));
        if (column.Regencies > 0.5 && column.Regencies > person) return new Evidence(-1, "the values name regions");
        if (person >= 0.3 && person > business) return new Evidence(0.8, $"{Percent(person)} hold a known personal name");
        return business > 0.5 ? new Evidence(-0.4, $"{Percent(business)} hold a word of trade names") : Evidence.None;
    }

    private static Evidence Business(ColumnProfile column)
    {
        if (IsFigures(column)) return new Evidence(-1, "the values are numbers");
        if (column.Regencies > 0.5) return new Evidence(-1, "the values name regions");
        var (person, business) = (column.Share(ValueShapes.IsPerson), column.Share(ValueShapes.IsBusiness));
        if (business >= 0.3 && business > person) return new Evidence(0.8, $"{Percent(business)} hold a word of trade names");
        return person > 0.6 ? new Evidence(-0.2, $"{Percent(person)} hold a known personal name") : Evidence.None;
    }

    private static Evidence Text(ColumnProfile column) => IsFigures(column) ? new Evidence(-0.7, "the values are numbers") : Evidence.None;

    private static bool IsFigures(ColumnProfile column) => column.Share(ValueShapes.IsNumber) > 0.6;

    private static string Percent(double share) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{share * 100:0} %");
}
