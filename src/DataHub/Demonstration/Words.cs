namespace DataHub.Demonstration;

/// <summary>What business names, villages and streets are put together from.</summary>
internal static class Words
{
    /// <summary>First and second word of a brand; no word is in both, so that brands of one owner share none.</summary>
    public static readonly string[] BrandFirst = Split(
        "Berkah Barokah Maju Sumber Sinar Cahaya Mitra Karya Putra Putri Anugerah Mekar Tunas Bintang Mutiara Permata Intan " +
        "Melati Mawar Anggrek Kenanga Cempaka Dahlia Flamboyan Siger Krakatau Rajabasa Pesagi Seminung Ranau Pahawang Kiluan " +
        "Seruit Tapis Gajah Garuda Merpati Rajawali Nusantara Pelangi Pelita Fajar Surya Purnama Harapan Bunga Bina Citra Duta " +
        "Griya Indah Kharisma Lancar Lestari Makmur Mandala Nirwana Oemah Pondok Rahmat Restu Rizky Sahabat Sari Sekar Selera " +
        "Sentosa Tirta Usaha Warna Yasmin Zafira");

    public static readonly string[] BrandSecond = Split(
        "Jaya Abadi Mandiri Sejahtera Bersama Utama Rasa Rejeki Bahagia Mulia Agung Perdana Sentral Murni Asri Alami Bumi Desa " +
        "Keluarga Lampung Saburai Pesisir Raya Baru Muda Tani Kencana Emas Perak Berlian Gemilang Cemerlang Sukses Unggul Prima " +
        "Persada Pratama Wijaya Subur Kita Kembar Bestari Nurani Syariah Amanah Ikhlas Hidayah Ananda Bunda Nenek Saudara " +
        "Serasi Setia Tulus Wangi");

    /// <summary>Syllables of coined brands.</summary>
    public static readonly string[] Syllables = Split(
        "ba be bi bo bu da de di do du fa fi ga ge gi go ha hi ja je ji jo ka ke ki ko ku la le li lo lu ma me mi mo mu na ne " +
        "ni no nu pa pe pi po ra re ri ro ru sa se si so su ta te ti to tu va vi wa we wi ya yo yu za ze zi zo zu");

    public static readonly string[] HonorificsOfWomen = ["Bu", "Mbak", "Ibu", "Mama", "Bunda", "Mbok"];

    public static readonly string[] HonorificsOfMen = ["Pak", "Mas", "Bang", "Mbah", "Abah", "Kang"];

    public static readonly string[] Streets =
    [
        "Raya Natar", "Lintas Sumatera", "Lintas Timur", "Lintas Barat", "Zainal Abidin Pagar Alam", "Teuku Umar", "Raden Intan", "Kartini",
        "Diponegoro", "Ahmad Yani", "Sudirman", "Imam Bonjol", "Pangeran Antasari", "Soekarno Hatta", "Ki Hajar Dewantara", "Hayam Wuruk",
        "Gajah Mada", "Pattimura", "Hasanuddin", "Yos Sudarso", "Ikan Tenggiri", "Ikan Kakap", "Mawar", "Melati", "Kenanga", "Anggrek",
        "Pulau Legundi", "Pulau Sebesi", "Way Sekampung", "Way Rarem", "Poros Desa", "Pasar Baru", "Merdeka", "Pahlawan", "Veteran",
        "Urip Sumoharjo", "Wolter Monginsidi", "Purnawirawan", "Bumi Manti", "Lapangan", "Masjid Raya", "Irigasi", "Stasiun", "Terminal",
    ];

    public static readonly string[] VillageJoinedFirst = Split(
        "Sido Suko Purwo Mulyo Tri Sri Wono Karang Marga Margo Sumber Banjar Tulung Gading");

    public static readonly string[] VillageJoinedSecond = Split(
        "mulyo rejo dadi makmur asri sari agung kencono widodo harjo tani luhur");

    public static readonly string[] VillageFirst =
        Split("Tanjung Gunung Kota Negeri Bumi Way Gedung Pulau Padang Suka Karang Bandar Rantau Talang Fajar Sinar Muara Labuhan Braja");

    public static readonly string[] VillageSecond =
        Split("Raya Jaya Baru Agung Sari Indah Harapan Ratu Batin Sakti Besar Tinggi Rejo Mulya Kencana Selatan Utara Dalom Ilir Permai");

    private static string[] Split(string words) => words.Split(' ');
}
