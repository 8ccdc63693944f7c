namespace DataHub.Demonstration;

/// <summary>
/// Lampung's regencies and cities with their districts (codes and names of Kepmendagri 300.2.2-2138/2025), people (the same decree's
/// figures) and the local word for a village.
/// </summary>
internal static class Regencies
{
    /// <summary>Businesses gather in cities: the two count 1.3 times their people.</summary>
    private const double CityFactor = 1.3;

    public static readonly Regency[] All =
    [
        new("18.01", "Lampung Selatan", 1_124_683, "Desa",
            "04 Natar|05 Tanjung Bintang|06 Kalianda|07 Sidomulyo|08 Katibung|09 Penengahan|10 Palas|" +
            "13 Jati Agung|14 Ketapang|15 Sragi|16 Raja Basa|17 Candipuro|18 Merbau Mataram|21 Bakauheni|" +
            "22 Tanjung Sari|23 Way Sulan|24 Way Panji"),
        new("18.02", "Lampung Tengah", 1_394_395, "Kampung",
            "01 Kalirejo|02 Bangun Rejo|03 Padang Ratu|04 Gunung Sugih|05 Trimurjo|06 Punggur|07 Terbanggi Besar|" +
            "08 Seputih Raman|09 Rumbia|10 Seputih Banyak|11 Seputih Mataram|12 Seputih Surabaya|" +
            "13 Terusan Nunyai|14 Bumi Ratu Nuban|15 Bekri|16 Seputih Agung|17 Way Pengubuan|18 Bandar Mataram|" +
            "19 Pubian|20 Selagai Lingga|21 Anak Tuha|22 Sendang Agung|23 Kota Gajah|24 Bumi Nabung|" +
            "25 Way Seputih|26 Bandar Surabaya|27 Anak Ratu Aji|28 Putra Rumbia"),
        new("18.03", "Lampung Utara", 675_626, "Desa",
            "01 Bukit Kemuning|02 Kotabumi|03 Sungkai Selatan|04 Tanjung Raja|05 Abung Timur|06 Abung Barat|" +
            "07 Abung Selatan|08 Sungkai Utara|09 Kotabumi Utara|10 Kotabumi Selatan|11 Abung Tengah|" +
            "12 Abung Tinggi|13 Abung Semuli|14 Abung Surakarta|15 Muara Sungkai|16 Bunga Mayang|17 Hulu Sungkai|" +
            "18 Sungkai Tengah|19 Abung Pekurun|20 Sungkai Jaya|21 Sungkai Barat|22 Abung Kunang|" +
            "23 Blambangan Pagar"),
        new("18.04", "Lampung Barat", 313_756, "Pekon",
            "04 Balik Bukit|05 Sumber Jaya|06 Belalau|07 Way Tenong|08 Sekincau|09 Suoh|10 Batu Brak|11 Sukau|" +
            "15 Gedung Surian|18 Kebun Tebu|19 Air Hitam|20 Pagar Dewa|21 Batu Ketulis|22 Lumbok Seminung|" +
            "23 Bandar Negeri Suoh"),
        new("18.05", "Tulang Bawang", 440_040, "Kampung",
            "02 Menggala|06 Gedung Aji|08 Banjar Agung|11 Gedung Meneng|12 Rawa Jitu Selatan|13 Penawar Tama|" +
            "18 Rawa Jitu Timur|20 Banjar Margo|22 Rawa Pitu|23 Penawar Aji|25 Dente Teladas|26 Meraksa Aji|" +
            "27 Gedung Aji Baru|29 Banjar Baru|30 Menggala Timur"),
        new("18.06", "Tanggamus", 641_036, "Pekon",
            "01 Kota Agung|02 Talang Padang|03 Wonosobo|04 Pulau Panggung|09 Cukuh Balak|11 Pugung|12 Semaka|" +
            "13 Sumberejo|15 Ulu Belu|16 Pematang Sawa|17 Kelumbayan|18 Kota Agung Barat|19 Kota Agung Timur|" +
            "20 Gisting|21 Gunung Alip|24 Limau|25 Bandar Negeri Semuong|26 Air Naningan|27 Bulok|" +
            "28 Kelumbayan Barat"),
        new("18.07", "Lampung Timur", 1_122_605, "Desa",
            "01 Sukadana|02 Labuhan Maringgai|03 Jabung|04 Pekalongan|05 Sekampung|06 Batanghari|07 Way Jepara|" +
            "08 Purbolinggo|09 Raman Utara|10 Metro Kibang|11 Marga Tiga|12 Sekampung Udik|13 Batanghari Nuban|" +
            "14 Bumi Agung|15 Bandar Sribhawono|16 Mataram Baru|17 Melinting|18 Gunung Pelindung|19 Pasir Sakti|" +
            "20 Waway Karya|21 Labuhan Ratu|22 Braja Selebah|23 Way Bungur|24 Marga Sekampung"),
        new("18.08", "Way Kanan", 495_058, "Kampung",
            "01 Blambangan Umpu|02 Kasui|03 Banjit|04 Baradatu|05 Bahuga|06 Pakuan Ratu|07 Negeri Agung|" +
            "08 Way Tuba|09 Rebang Tangkas|10 Gunung Labuhan|11 Negara Batin|12 Negeri Besar|13 Buay Bahuga|" +
            "14 Bumi Agung|15 Umpu Semenguk"),
        new("18.09", "Pesawaran", 501_047, "Desa",
            "01 Gedong Tataan|02 Negeri Katon|03 Tegineneng|04 Way Lima|05 Padang Cermin|06 Punduh Pidada|" +
            "07 Kedondong|08 Marga Punduh|09 Way Khilau|10 Teluk Pandan|11 Way Ratai"),
        new("18.10", "Pringsewu", 444_834, "Pekon",
            "01 Pringsewu|02 Gading Rejo|03 Ambarawa|04 Pardasuka|05 Pagelaran|06 Banyumas|07 Adiluwih|" +
            "08 Sukoharjo|09 Pagelaran Utara"),
        new("18.11", "Mesuji", 241_280, "Desa",
            "01 Mesuji|02 Mesuji Timur|03 Rawa Jitu Utara|04 Way Serdang|05 Simpang Pematang|06 Panca Jaya|" +
            "07 Tanjung Raya"),
        new("18.12", "Tulang Bawang Barat", 312_516, "Tiyuh",
            "01 Tulang Bawang Tengah|02 Tumijajar|03 Tulang Bawang Udik|04 Gunung Terang|05 Gunung Agung|" +
            "06 Way Kenanga|07 Lambu Kibang|08 Pagar Dewa|09 Batu Putih"),
        new("18.13", "Pesisir Barat", 177_430, "Pekon",
            "01 Pesisir Tengah|02 Pesisir Selatan|03 Lemong|04 Pesisir Utara|05 Karya Penggawa|06 Pulau Pisang|" +
            "07 Way Krui|08 Krui Selatan|09 Ngambur|10 Ngaras|11 Bangkunat"),
        new("18.71", "Bandar Lampung", 1_077_664, "Kelurahan",
            "01 Kedaton|02 Sukarame|03 Tanjungkarang Barat|04 Panjang|05 Tanjungkarang Timur|" +
            "06 Tanjungkarang Pusat|07 Telukbetung Selatan|08 Telukbetung Barat|09 Telukbetung Utara|10 Rajabasa|" +
            "11 Tanjung Senang|12 Sukabumi|13 Kemiling|14 Labuhan Ratu|15 Way Halim|16 Langkapura|17 Enggal|" +
            "18 Kedamaian|19 Telukbetung Timur|20 Bumi Waras"),
        new("18.72", "Metro", 182_293, "Kelurahan",
            "01 Metro Pusat|02 Metro Utara|03 Metro Barat|04 Metro Timur|05 Metro Selatan"),
    ];

    /// <summary>For throwing a regency by its people.</summary>
    public static readonly int[] Cumulative =
        Sum(Array.ConvertAll(All, regency => (int)(regency.People * (regency.IsCity ? CityFactor : 1))));

    public static int[] Sum(int[] weights)
    {
        var sum = 0;
        return Array.ConvertAll(weights, weight => sum += weight);
    }
}
