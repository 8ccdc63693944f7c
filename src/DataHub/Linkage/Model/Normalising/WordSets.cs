using System.Collections.Frozen;

namespace DataHub.Linkage.Model.Normalising;

/// <summary>The curated words that normalising knows, each list with what it is for.</summary>
internal static class WordSets
{
    /// <summary>Stand before a person's name and say nothing of who: a pilgrim, a degree, a form of address.</summary>
    public static readonly FrozenSet<string> Titles = Set(
        "H HJ HAJI HAJJAH HAJAH DRS DRA IR DR PROF KH KYAI USTAD USTADZ USTADZAH UST BPK BAPAK IBU BU PAK MAS MBAK MBA "
        + "MBOK SDR SDRI NY TN NN ALM ALMH KANG BANG CIK BUNDA MAMA MAK");

    /// <summary>Stand behind a person's name: academic degrees.</summary>
    public static readonly FrozenSet<string> Degrees = Set(
        "SE SH SP SPD SPDI SPDSD SAG SKOM SIP SSOS ST STP SPT SPI SKM SSI SHUT AMD AMDKEB AMDKEP AMDPD MM MPD MH MSI MT "
        + "MA MSC MBA SEI SFARM SKEP NERS APT SIKOM SHI SPSI MKOM MKES SAP SAB SPSI SGZ SST LC");

    /// <summary>What follows names the father or another name.</summary>
    public static readonly FrozenSet<string> Patronyms = Set("BIN BINTI BT BTE ALIAS AL");

    /// <summary>Spellings of one given name (more than twenty of Muhammad).</summary>
    public static readonly FrozenDictionary<string, string> GivenNames = Map(
        "MOH=MUHAMMAD MOCH=MUHAMMAD MUH=MUHAMMAD MUHAMAD=MUHAMMAD MOHAMMAD=MUHAMMAD MOHAMAD=MUHAMMAD MOCHAMAD=MUHAMMAD MOCHAMMAD=MUHAMMAD "
        + "MUCHAMMAD=MUHAMMAD MUCHAMAD=MUHAMMAD MUHAMMED=MUHAMMAD MUHAMED=MUHAMMAD MOHAMED=MUHAMMAD MOHD=MUHAMMAD "
        + "MHD=MUHAMMAD MUHD=MUHAMMAD "
        + "MUKHAMAD=MUHAMMAD MUKHAMMAD=MUHAMMAD MOKHAMAD=MUHAMMAD MOKHAMMAD=MUHAMMAD MD=MUHAMMAD "
        + "AKHMAD=AHMAD ACHMAD=AHMAD AHMAT=AHMAD AKHMAT=AHMAD AHMED=AHMAD ACH=AHMAD AKH=AHMAD ABD=ABDUL ABDOEL=ABDUL "
        + "ST=SITI SITTI=SITI NR=NUR");

    /// <summary>Forms of undertaking: legal forms, and kinds of group.</summary>
    public static readonly FrozenDictionary<string, string> LegalForms = Map(
        "CV=CV PT=PT UD=UD PD=PD FA=FIRMA FIRMA=FIRMA KOPERASI=KOPERASI KSU=KOPERASI KSP=KOPERASI KUB=KELOMPOK "
        + "KWT=KELOMPOK POKTAN=KELOMPOK "
        + "GAPOKTAN=KELOMPOK KELOMPOK=KELOMPOK BUMDES=BUMDES TBK=PT PERSERO=PT PERORANGAN=PERORANGAN");

    /// <summary>Words of a shop front, of no sector and no brand.</summary>
    public static readonly FrozenSet<string> ShopNoise = Set(
        "OFFICIAL STORE SHOP ID OLSHOP OS ONLINE INDONESIA UMKM IKM USAHA DAGANG BERSAMA_USAHA HOME INDUSTRI INDUSTRY "
        + "TANI_WANITA PRODUKSI PENGRAJIN PEDAGANG JUALAN");

    /// <summary>Forms of address in a trade name: WARUNG BU SITI is SITI's.</summary>
    public static readonly FrozenSet<string> Honorifics = Set(
        "BU IBU BUNDA BUK MAMA MAK EMAK MBAK MBA MBOK MBAH PAK BAPAK PAKDE BUDE MAS KANG BANG ABANG UDA UNI CIK ATU "
        + "KIYAI KYAI TEH AA H HJ HAJI NENEK CAK");

    /// <summary>Spellings of one word of trade names.</summary>
    public static readonly FrozenDictionary<string, string> TradeWords = Map(
        "KRIPIK=KERIPIK KRUPUK=KERUPUK KUEH=KUE TK=TOKO WR=WARUNG WRG=WARUNG WRNG=WARUNG RM=RUMAHMAKAN "
        + "CATERING=KATERING COUNTER=KONTER MEBEL=MEUBEL "
        + "MEUBLE=MEUBEL MEBEUL=MEUBEL REJEKI=REZEKI RIZKI=REZEKI RIZKY=REZEKI RISKI=REZEKI RIZQI=REZEKI REZKI=REZEKI "
        + "REJEKY=REZEKI RIZEKI=REZEKI RIJKI=REZEKI "
        + "BERKAH=BAROKAH BARAKAH=BAROKAH BARKAH=BAROKAH BEROKAH=BAROKAH SAMBEL=SAMBAL BOUTIQUE=BUTIK MAMUR=MAKMUR BAKERY=ROTI "
        + "FOTOCOPY=FOTOKOPI PHOTOCOPY=FOTOKOPI FOTOCOPI=FOTOKOPI FC=FOTOKOPI SWEETS=MANIS CHIPS=KERIPIK COFFEE=KOPI OMAH=UMAH OEMAH=UMAH");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Map(string pairs) => pairs
        .Split(' ').Select(pair => pair.Split('=')).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
