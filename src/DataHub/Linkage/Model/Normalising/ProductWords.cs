using System.Collections.Frozen;

namespace DataHub.Linkage.Model.Normalising;

/// <summary>
/// Words of trade names that say what is made or sold, not by whom. Which KBLI a word hints at is not written here: it is learnt from the
/// licences (<see cref="LinkStatistics"/>), since one word is another code in another province.
/// </summary>
internal static class ProductWords
{
    private const string Food =
        "KERIPIK KERUPUK KEMPLANG OPAK EMPING RENGGINANG PEYEK REMPEYEK KLANTING LANTING STIK MAKARONI SNACK CAMILAN "
        + "CEMILAN FOOD FOODS KUE ROTI DONAT BOLU BROWNIES "
        + "DODOL WAJIK LAPIS LEGIT PIE NASTAR COOKIES CAKE KERING BASAH PISANG SINGKONG TALAS SUKUN NANGKA UBI BAYAM "
        + "JAMUR KACANG MELINJO BAWANG GORENG "
        + "BALADO PEDAS MANIS ASIN GURIH RENYAH KRIUK ORIGINAL COKLAT COKELAT KOPI BUBUK ROBUSTA ARABIKA LUWAK ASLI "
        + "LANANG GULA AREN SEMUT MERAH KELAPA MADU "
        + "TAHU TEMPE SAMBAL SERUIT BUMBU MASAK TERASI PEMPEK OTAK IKAN ABON NUGGET TERI LELE MIE BAKMI BIHUN TEPUNG "
        + "TAPIOKA MOCAF BERAS GILING SELAI MANISAN SALE "
        + "KECAP CUKA SAUS TELUR DAGING SOSIS PENTOL CILOK SEBLAK SIOMAY BATAGOR GORENGAN MARTABAK";

    private const string Drinkstalls =
        "MINUMAN HERBAL JUS ES TEH JAMU SUSU SIRUP AIR GALON ISI ULANG THAI TEA BOBA DAWET CENDOL KELAPA_MUDA CAFE KAFE "
        + "KEDAI WARKOP ANGKRINGAN WARUNG WARTEG MAKAN "
        + "RUMAHMAKAN RUMAH DEPOT DAPUR RESTO RESTORAN LESEHAN KANTIN KULINER SATE SOTO BAKSO AYAM BEBEK PECEL NASI BOX "
        + "UDUK KUNING LONTONG GEPREK PENYET PADANG SUNDA "
        + "SEAFOOD KATERING TUMPENG PRASMANAN";

    private const string Trade =
        "TOKO KIOS KELONTONG SEMBAKO GROSIR ECERAN SERBA MINIMARKET MART SWALAYAN AGEN DISTRIBUTOR PULSA KONTER CELL "
        + "CELULAR SELULER CELLULAR PHONE HP GADGET "
        + "AKSESORIS ELEKTRONIK LISTRIK BANGUNAN MATERIAL PASIR BATAKO BATU BATA GENTENG PAVING SEMEN BESI CAT SAPROTAN "
        + "PUPUK PERTANIAN OBAT APOTEK BUTIK HIJAB "
        + "FASHION PAKAIAN BUSANA BAJU GAMIS MUKENA KERUDUNG JILBAB COLLECTION KOLEKSI SEPATU SANDAL TAS KOSMETIK "
        + "SKINCARE PARFUM MAINAN BUNGA TANAMAN BIBIT "
        + "SAYUR SAYURAN BUAH GAS LPG BENSIN PERTAMINI PASAR LAPAK";

    private const string Crafts =
        "KONVEKSI JAHIT PENJAHIT TAILOR MODISTE BORDIR SABLON SERAGAM KAOS KAIN TAPIS SULAM USUS BATIK TENUN SONGKET "
        + "SIGERAN KERAJINAN CRAFT HANDICRAFT ANYAMAN BAMBU "
        + "ROTAN MEUBEL FURNITURE FURNITUR KAYU KUSEN UKIRAN BENGKEL LAS MOTOR MOBIL VARIASI SERVIS SERVICE TAMBAL BAN "
        + "CUCI STEAM SALON RIAS PENGANTIN PANGKAS "
        + "RAMBUT BARBERSHOP BARBER KECANTIKAN SPA PIJAT LAUNDRY BINATU KILOAN FOTOKOPI PRINTING PERCETAKAN CETAK DIGITAL "
        + "UNDANGAN FOTO STUDIO VIDEO RENTAL SEWA TENDA "
        + "TERNAK PETERNAKAN KAMBING SAPI UNGGAS KOLAM TAMBAK PERIKANAN KEBUN PERKEBUNAN LADA KAKAO SAWIT KARET GALERI "
        + "SANGGAR JASA TRAVEL OJEK HOMESTAY SABUN LULUR "
        + "MINYAK ANEKA SPESIAL SPECIAL SEGAR PESANAN";

    private static readonly FrozenSet<string> All = string.Join(' ', Food, Drinkstalls, Trade, Crafts)
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that say what kind of stall it is but not what it sells: of no use as a hint of the sector.</summary>
    private static readonly FrozenSet<string> Vague =
        ("FOOD FOODS SNACK ANEKA SPESIAL SPECIAL SEGAR ASLI MANIS PEDAS ORIGINAL RUMAH PASAR BASAH KERING COLLECTION "
        + "KOLEKSI WARUNG KEDAI SERBA PESANAN AYAM JASA GALERI ISI MERAH KUNING")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a word that says what is made or sold.</summary>
    public static bool Contains(string word) => All.Contains(word);

    /// <summary>True for a product word that can hint at a sector.</summary>
    public static bool IsHint(string word) => !Vague.Contains(word);

    /// <summary>
    /// The longest word of the list that a run of letters starts with: konveksisinarharapan. Null when none of three letters or more does.
    /// </summary>
    public static string? PrefixOf(ReadOnlySpan<char> run)
    {
        var words = All.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(12, run.Length - 2); length >= 2; length--)
        {
            if (words.TryGetValue(run[..length], out var word) && (length > 2 || word == "ES")) return word;
        }
        return null;
    }
}
