using System.Globalization;

namespace DataHub.Demonstration;

/// <summary>Phone numbers are thrown; e-mail addresses lie under a name that is never given to anybody (RFC 2606).</summary>
internal static class Contacts
{
    /// <summary>One officer's number stands for this many owners' stretch of the register.</summary>
    private const int OwnersPerOfficer = 400;

    private static readonly string[] Prefixes =
        "811 812 813 821 822 823 852 853 857 858 877 878 881 882 883 895 896 897 831 838".Split(' ');

    /// <summary>
    /// The owner's number from the 8 on. A few hundred owners are registered with the number of the officer who helped them, some share
    /// one with the family before them in the register.
    /// </summary>
    public static string OfOwner(Population population, int owner)
    {
        var dice = population.Dice(Topic.OwnerPhone, owner);
        var thrown = dice.Unit();
        if (thrown < 0.004) return OwnNumber(population, -1 - owner / OwnersPerOfficer);
        return OwnNumber(population, thrown < 0.012 && owner > 0 ? owner - 1 : owner);
    }

    /// <summary>Another number that the owner uses.</summary>
    public static string Throw(ref Dice dice) =>
        dice.Pick(Prefixes) + dice.Between(1_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture);

    /// <summary>The same number in one of the ways it is written.</summary>
    public static string Write(ref Dice dice, string number)
    {
        var thrown = dice.Below(100);
        if (thrown < 52) return "0" + number;
        if (thrown < 68) return "+62" + number;
        if (thrown < 76) return "62" + number;
        if (thrown < 84) return $"0{number[..3]}-{number[3..7]}-{number[7..]}";
        if (thrown < 92) return $"0{number[..3]} {number[3..7]} {number[7..]}";
        if (thrown < 95) return "WA 0" + number;
        return thrown < 98 ? "(+62) " + number : $"+62 {number[..3]} {number[3..7]} {number[7..]}";
    }

    public static string Email(ref Dice dice, string name)
    {
        var letters = string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant();
        return $"{letters[..Math.Min(letters.Length, 16)]}{dice.Between(1, 999)}@surel.example";
    }

    private static string OwnNumber(Population population, int subject)
    {
        var dice = population.Dice(Topic.OwnerPhone, subject);
        dice.Next();
        return Throw(ref dice);
    }
}
