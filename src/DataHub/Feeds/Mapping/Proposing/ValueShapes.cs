using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using DataHub.Feeds.Mapping.Sheets;
using DataHub.Feeds.Reading;
using DataHub.Shared.Scalars;

namespace DataHub.Feeds.Mapping.Proposing;

/// <summary>What single values look like.</summary>
internal static partial class ValueShapes
{
    private static readonly SearchValues<char> Grouped = SearchValues.Create("0123456789 .-");

    private static readonly FrozenSet<string> BusinessWords = (
        "CV PT UD PD FA TOKO WARUNG KUB KWT KOPERASI KSP KSU KUD BUMDES BENGKEL CATERING KATERING DEPOT RUMAH KIOS KEDAI KONVEKSI BATIK KERIPIK "
        + "KRIPIK KERUPUK KOPI ROTI KUE TEMPE TAHU MEUBEL MEBEL LAUNDRY SALON PENJAHIT TAILOR FURNITURE SNACK FOOD CRAFT COLLECTION STORE SHOP "
        + "PENGRAJIN USAHA INDUSTRI JAYA MAKMUR BERKAH SEJAHTERA MANDIRI BERSAMA CELL PONSEL ELEKTRONIK GALLERY HANDICRAFT CAKE BAKERY DAPUR").Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> NameWords = (
        "SITI NUR SRI DEWI AHMAD MUHAMMAD MUHAMAD MOHAMMAD M MOCH MOH ABDUL AGUS BUDI EKO DWI TRI YULI ENI ENDANG RINA LINA RATNA INDAH WAHYU YUSUF "
        + "SUPRIYADI SLAMET BAMBANG HERI HENDRA ANDI ARIF RUDI DEDI EDI IWAN JOKO HADI SUTRISNO SUPARMAN SURYANI SUMIATI SULASTRI NURHAYATI AMINAH "
        + "KARTINI YANTI WATI ROHMAN HASAN HUSEN IBRAHIM ISMAIL FITRI AYU PUTRI PUTRA SAPUTRA KUSUMA WIJAYA SANTOSO SETIAWAN SUSANTI LESTARI RAHAYU "
        + "HIDAYAT MULYADI MULYANI SUHARTI SUWARNI PUJI LILIS TITIN YAYAH HJ H IBU BPK BAPAK NY").Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    public static bool IsNik(Cell cell) => Digits(cell.Text) is { Length: 16 } digits && Identifiers.IsNik(digits);

    /// <summary>What a spreadsheet left of sixteen digits.</summary>
    public static bool IsDamagedNik(Cell cell) => Rounded().IsMatch(cell.Text.Trim())
        && double.TryParse(cell.Text.Trim().Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number is >= 1e15 and < 1e16;

    public static bool IsNib(Cell cell) => Digits(cell.Text) is { Length: 13 } digits && Identifiers.IsNib(digits) && digits[0] is not '8';

    public static bool IsPhone(Cell cell)
    {
        if (cell.Text.Any(c => char.IsLetter(c))) return false;
        var digits = string.Concat(cell.Text.Split('/', ',', ';')[0].Where(char.IsAsciiDigit));
        return digits.Length is >= 9 and <= 14 && (digits.StartsWith("08", StringComparison.Ordinal)
            || digits.StartsWith("628", StringComparison.Ordinal)
            || (digits[0] == '8' && digits.Length is >= 9 and <= 12) || (digits[0] == '0' && digits.Length <= 12));
    }

    public static bool IsEmail(Cell cell) => Mail().IsMatch(cell.Text.Trim());

    public static bool IsDate(Cell cell) => cell.Kind == CellKind.Date || (cell.Kind == CellKind.Text
        && DateText.Read(cell.Text, DateOrder.DayFirst) is not null);

    public static bool IsYear(Cell cell) => cell.Text.Trim() is { Length: 4 } text
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1900 and <= 2200;

    public static bool IsNumber(Cell cell) => cell.Kind == CellKind.Number
        || (cell.Kind == CellKind.Text && NumberText.TryRead(cell.Text, null, out _));

    public static bool IsMoney(Cell cell) => NumberText.TryRead(cell.Text, null, out var number) && number >= 10_000;

    public static bool IsCount(Cell cell) => NumberText.TryRead(cell.Text, null, out var number) && number is >= 0 and < 10_000
        && number == decimal.Truncate(number);

    public static bool IsCountOrOrdinal(Cell cell) => cell.Text.Trim().TrimEnd('.') is { Length: > 0 and < 10 } text
        && !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    public static bool IsAddress(Cell cell) => Street().IsMatch(cell.Text);

    public static bool IsLegalForm(Cell cell) => Form().IsMatch(cell.Text.Trim());

    public static bool IsScale(Cell cell) => Scale().IsMatch(cell.Text.Trim());

    public static bool IsGender(Cell cell) => Gender().IsMatch(cell.Text.Trim());

    public static bool IsBusiness(Cell cell) => NameKey.Words(cell.Text).Split(' ').Any(BusinessWords.Contains);

    public static bool IsPerson(Cell cell)
    {
        var words = NameKey.Words(NameText.Join(cell.Text)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 6 || words.Any(word => word.Any(char.IsAsciiDigit) || BusinessWords.Contains(word))) return false;
        return words.Any(NameWords.Contains) || words.Any(word => word.EndsWith("WATI", StringComparison.Ordinal)
            || word.EndsWith("YANTO", StringComparison.Ordinal)
            || word.EndsWith("NINGSIH", StringComparison.Ordinal) || word.EndsWith("WANTO", StringComparison.Ordinal)
                || word.EndsWith("YONO", StringComparison.Ordinal));
    }

    private static string? Digits(string text)
    {
        var clean = text.Trim().TrimStart('\'');
        return clean.AsSpan().ContainsAnyExcept(Grouped) ? null : string.Concat(clean.Where(char.IsAsciiDigit));
    }

    [GeneratedRegex(@"^\d[.,]\d+E\+1[5-6]$", RegexOptions.IgnoreCase)]
    private static partial Regex Rounded();

    [GeneratedRegex(@"^[^\s@]{1,64}@[^\s@]{1,190}\.[a-z]{2,}$", RegexOptions.IgnoreCase)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\b(jl|jln|jalan|gg|gang|rt|rw|dusun|dsn|blok|komplek|perum|no)\b\.?|\bkec\.|\bkel\.|\bdesa\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Street();

    [GeneratedRegex(@"^(pt|cv|ud|pd|fa|firma|koperasi|perorangan|perseorangan|yayasan|kub|ksu|ksp|iumk|usaha perseorangan)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex(@"^(usaha |industri )?(ultra )?(mikro|kecil|menengah|besar|rumah tangga)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Scale();

    [GeneratedRegex(@"^(l|p|lk|pr|laki|laki[ -]?laki|perempuan|pria|wanita|male|female)$", RegexOptions.IgnoreCase)]
    private static partial Regex Gender();
}
