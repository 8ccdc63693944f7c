namespace DataHub.Feeds.Reading;

/// <summary>Why a row could not be read: stable codes.</summary>
public static class Reasons
{
    public const string MissingValue = "MISSING_VALUE";
    public const string WrongFieldCount = "WRONG_FIELD_COUNT";
    public const string UnclosedQuote = "UNCLOSED_QUOTE";
    public const string WrongType = "WRONG_TYPE";
    public const string BadCharacters = "BAD_CHARACTERS";
    public const string TooLong = "TOO_LONG";
    public const string DateUnreadable = "DATE_UNREADABLE";
    public const string DateImpossible = "DATE_IMPOSSIBLE";
    public const string DateImplausible = "DATE_IMPLAUSIBLE";
    public const string AmountUnreadable = "AMOUNT_UNREADABLE";
    public const string AmountNegative = "AMOUNT_NEGATIVE";
    public const string AmountTooLarge = "AMOUNT_TOO_LARGE";
    public const string NumberUnreadable = "NUMBER_UNREADABLE";
    public const string NumberOutOfRange = "NUMBER_OUT_OF_RANGE";
    public const string UnknownCode = "UNKNOWN_CODE";
    public const string DuplicateKey = "DUPLICATE_KEY";
    public const string ValueCutOff = "VALUE_CUT_OFF";
    public const string CellError = "CELL_ERROR";
    public const string NotInTable = "NOT_IN_TABLE";
    public const string NamesNobody = "NAMES_NOBODY";

    /// <summary>True when the row has no fields: there is its text only.</summary>
    public static bool IsOfText(string reason) => reason is WrongFieldCount or UnclosedQuote or NamesNobody;

    /// <summary>
    /// True when only the mapping of a sheet knows that the value cannot be used: in a file of the feed it would be read without a word.
    /// </summary>
    public static bool IsOfMapping(string reason) => reason is ValueCutOff or CellError or NotInTable;

    /// <summary>The reason in words; never holds the value.</summary>
    public static string Message(string reason, string? column) => reason switch
    {
        MissingValue => $"{column} is required and empty",
        WrongFieldCount => "the row has another number of fields than the header",
        UnclosedQuote => "a quotation mark opens a field and is not closed in this row",
        WrongType => $"{column} is not of the type that the source has agreed to send",
        BadCharacters => $"{column} holds bytes that are no text in the file's encoding",
        TooLong => $"{column} is longer than the hub takes",
        DateUnreadable => $"{column} is no date the hub reads: 2024-05-23, 23/05/2024, 23-05-2024 or 23 Mei 2024",
        DateImpossible => $"{column} names a day that is not in the calendar",
        DateImplausible => $"{column} is a day too far in the past or in the future",
        AmountUnreadable => $"{column} is no amount the hub reads: 40000000, 40.000.000, Rp 40.000.000 or Rp40.000.000,00",
        AmountNegative => $"{column} is negative",
        AmountTooLarge => $"{column} is larger than any amount the hub keeps",
        NumberUnreadable => $"{column} is no number",
        NumberOutOfRange => $"{column} is outside the range it can have",
        UnknownCode => $"{column} holds a word that is none of its known values",
        DuplicateKey => $"another row of the file has the same {column} and other values; the newer row was taken",
        ValueCutOff => $"{column} is the largest number that a 32-bit program can hold: the true value was cut off",
        CellError => $"{column} holds a formula that ended in an error",
        NotInTable => $"{column} holds a word that the mapping's table of values does not have",
        NamesNobody => "the row names neither a business nor an owner",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };
}
