using System.Globalization;
using DataHub.Linkage.Model.Comparing;

namespace DataHub.Linkage.Model.Weights;

/// <summary>The weights of the current version. Changing a number here is a new version.</summary>
internal static class FrozenWeights
{
    /// <summary>Name of the version.</summary>
    public const string Version = "2026.11-1";

    /// <summary>
    /// Bits by comparison and level: for one person; for one business of one person; for one business of different or unknown persons.
    /// </summary>
    private const string Table = """
        NIK          EQUAL              22      0     17
        NIK          DAMAGED          14.5      0     10
        NIK          ONE_EDIT         10.8      0    8.7
        NIK          DIFFERENT        -7.8      0   -3.7
        NIB          EQUAL              15      4     19
        NIB          DAMAGED            15    3.5     17
        NIB          ONE_EDIT            9      2      8
        NIB          DIFFERENT          -3   -3.5     -4
        PERSON_NAME  EQUAL             0.8      0    1.2
        PERSON_NAME  SAME_SOUND          0      0    0.2
        PERSON_NAME  CONTAINED        -1.8      0   -1.4
        PERSON_NAME  SIMILAR           3.5      0      3
        PERSON_NAME  ONE_WORD           -6      0   -5.7
        PERSON_NAME  NONE             -8.3      0   -4.3
        PHONE        EQUAL            13.7    0.7   15.2
        PHONE        MASKED           11.4      1   11.2
        PHONE        DIFFERENT          -3   -1.6   -2.8
        EMAIL        EQUAL              14      3   13.8
        EMAIL        DIFFERENT        -1.5   -1.2   -1.6
        BRAND        EQUAL             1.3    1.7    0.9
        BRAND        CONTAINED         0.3    0.9   -0.2
        BRAND        OVERLAP          -1.5   -1.7   -4.4
        BRAND        LITTLE             -2     -3   -4.2
        BRAND        NONE             -1.3   -2.8   -3.3
        SECTOR       EQUAL             2.7    2.1      3
        SECTOR       DIFFERENT        -2.2   -5.2     -6
        LEGAL_FORM   EQUAL               1    1.5      2
        LEGAL_FORM   DIFFERENT        -0.3   -3.5   -3.2
        AREA         VILLAGE           8.8   -0.5    7.1
        AREA         DISTRICT            5    0.1    4.5
        AREA         REGENCY             3    0.3    2.5
        AREA         OTHER_DISTRICT     -4   -1.2   -4.7
        AREA         OTHER_REGENCY      -7   -1.6   -7.2
        ADDRESS      HOUSE             4.8      5    7.8
        ADDRESS      STREET            2.9    2.8      4
        ADDRESS      NEIGHBOURHOOD     1.1    2.4      2
        ADDRESS      DIFFERENT          -2     -3     -4
        """;

    /// <summary>All numbers.</summary>
    public static ModelWeights All() => new()
    {
        ReferenceRecords = 45_000,
        Person = Filled(0, new() { Prior = -12.3f, MovesWithPopulation = true, Name = new(0.8f, 12), Brand = new(0.56f, 8) }),
        SamePerson = Filled(1, new() { Prior = 2.1f, MovesWithPopulation = false, Name = new(0, 0), Brand = new(0.6f, 4) }),
        Across = Filled(2, new() { Prior = -12.5f, MovesWithPopulation = true, Name = new(0.76f, 12), Brand = new(0.75f, 12) }),
        Thresholds = new()
        {
            Person = 0,
            PersonReview = -3,
            SamePerson = 1,
            SamePersonReview = -1,
            Across = 4,
            AcrossReview = 0,
            OverNik = 12,
            MostRecords = 25,
            StrongestShare = 0.5f,
        },
    };

    private static StageWeights Filled(int column, StageWeights weights)
    {
        foreach (var line in Table.Split('\n'))
        {
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var comparison = Enum.GetValues<Comparison>().Single(value => Evidence.NameOf(value) == cells[0]);
            var level = Enum.GetValues<Level>().Single(value => Evidence.NameOf(value) == cells[1]);
            weights = weights.With(comparison, level, float.Parse(cells[2 + column], CultureInfo.InvariantCulture));
        }
        return weights;
    }
}
