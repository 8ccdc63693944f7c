namespace DataHub.Testing.Linkage.Labelled;

/// <summary>Names as people of the province bear them, the most frequent first.</summary>
internal static class NameWords
{
    public static readonly string[] Women = Split(
        "Sri Dewi Siti Sumiati Sulastri Endang Suparmi Tuminah Yulianti Suryani Wagiyem Sukinem Sutinah Neneng Astuti Ratna Indah " +
        "Handayani Nurjanah Rini Yuliana Lestari Maryam Ningsih Kurniasih Halimah Wahyuni Suharti Jumiati Sulasmi Aminah Rohmah " +
        "Novi Maryati Sukarti Zubaidah Rahayu Nurhayati Nuraini Eka Rina Fatimah Yatini Suprihatin Aisyah Ani Fitri Susi " +
        "Supriyati Ina Khasanah Hartati Suparti Komariah Painem Riska Putri Sunarti Maya Jumini Fitriani Dina Tuti Meri Titin " +
        "Euis Nur Laila Wasiyem Marlina Kartini Tini Desi Khoiriyah Warsini Tumini Puspita Anisa Zahra Tursiyem Sugiarti Surati " +
        "Sri'ah Sutarmi Rosidah Rukmini Mirna Yunita Winarti Apriani Septi Vera Evi Lusi Sundari Erna Heni Iis Ika Juminten " +
        "Kholifah Lilis Mardiah Megawati Murni Nurlaila Nurul Paini Ponirah Rika Ratih Reni Rismawati Rohani Rusmini Samsiah " +
        "Sarinah Sintia Sumarni Sumartini Sumini Suyati Tutik Utami Wati Winda Wulan Yanti Yayuk Yuni Zulaikha Nur'aini Emilia " +
        "Farida Diah Dian Hana Hasanah Juariah Khadijah Lia Linda Mariani Misrah Mutmainah Nani Ngatini Nia Poniyem Rahmawati");

    public static readonly string[] Men = Split(
        "Agus Supriyadi Sutrisno Budi Mulyono Slamet Eko Widodo Suyanto Suwarno Sugeng Suparman Dwi Saputra Hidayat Suryadi " +
        "Haryono Jamaludin Sukirno Pratama Bambang Prayitno Sujarwo Usman Zainuddin Deni Tri Hermansyah Hendri Supriyanto " +
        "Ibrahim Ujang Umar Hariyanto Santoso Arif Rian Tukiman Indra Ngadimin Husein Yusuf Yudi Setiawan Sutarno Ketut Ridwan " +
        "Rahman Rahmat Purwanto Sumarno Suharto Sunarto Wagiman Paijo Untung Teguh Tarmizi Sofyan Sholeh Sodikin Siswanto " +
        "Samsudin Saiful Rusli Ruslan Roni Rizki Poniman Nyoman Nasir Nanang Mukhlis Made Komang Kasiman Junaidi Jupri Joko " +
        "Iskandar Imam Herman Hari Hamid Gunawan Firdaus Ferdi Fajar Edi Dedi Dani Dadang Burhanudin Asep Ardi Anwar Andi Ali " +
        "Aji Adi Abas Zakaria Yogi Yanto Wibowo Wayan Wasis Wahyudi Tono Tohir Taufik Syamsul Surono Sutopo Sukardi Subagyo " +
        "Rosyid Rahmad Parjo Nurkholis Nurdin Novian Musthofa Maulana Mardiono Lukman Kusnadi Kholil Karno Ismail Irfan " +
        "Ilham Hadi Galih Fauzi Erwin Doni Darto Cahyono Basuki Ma'ruf Syafi'i Rif'an Abadi Zaenal Yono Warsito Tugimin Sarwono");

    public static readonly string[] SecondOfWomen = Split(
        "Lestari Rahayu Wahyuni Handayani Indah Fitriani Ningsih Astuti Aminah Maryam Khotimah Susanti Fatimah Rohmah Khasanah " +
        "Zubaidah Aisyah Rohani Halimah Hartati Rahmawati Nurhayati Wulandari Putri Yulianti Setyowati Wati Nuraini Mulyani " +
        "Permatasari Nurjanah Komariah Suryani Utami Safitri Sari Novitasari Hasanah Purwanti Anggraini Mubarokah Ulfa Puspita " +
        "Agustina Qomariah Kusumawati Maharani Solihah Rosidah Azizah Oktaviani Musyarofah Nurlaila Hidayati Fauziah Amelia " +
        "Damayanti Pertiwi Pratiwi Susilowati Marlina Kartika");

    public static readonly string[] SecondOfMen = Split(
        "Setiawan Santoso Hidayat Saputra Rahmat Rahman Prasetyo Pratama Hermawan Nasution Suryadi Widodo Wibowo Siregar Raharjo " +
        "Purnomo Susanto Majid Kurniawan Utomo Firmansyah Ghofur Mahendra Putra Kusuma Gunawan Maulana Susilo Fauzi Latif " +
        "Rosyid Arifin Hamid Haryanto Ismail Nugroho Rohim Sudrajat Hakim Wijaya Cahyono Hutagalung Ramadhan Perdana Irawan " +
        "Anwar Sanjaya Simanjuntak Zaini Hasan Prabowo Darmawan Harahap Jaya");

    /// <summary>What follows Abdul.</summary>
    public static readonly string[] Attributes = Split("Karim Wahab Aziz Salam Majid Ghofur Rohim Kholiq Latif Hamid Jalil Rosyid Rahman");

    public static readonly string[] MuhammadForms =
        ["M.", "M", "Moh.", "Muh.", "Mohammad", "Mohamad", "Mochammad", "Muhamad", "Moch.", "Moehammad", "Mhd", "Mohd."];

    public static readonly string[] AhmadForms = ["Akhmad", "Achmad", "Ahmat", "A."];

    public static readonly string[] FamiliarForWomen = ["Bu", "Ibu", "Mbak", "Bunda", "Mama"];

    public static readonly string[] FamiliarForMen = ["Pak", "Mas", "Bang", "Kang"];

    public static readonly string[][] Degrees =
    [
        ["S.E.", "SE"], ["S.Pd.", "SPd"], ["S.Pd.I", "SPdI"], ["S.H.", "SH"], ["A.Md.", "AMd"], ["S.Kom.", "SKom"], ["S.Sos.", "SSos"],
        ["S.P.", "SP"], ["M.M.", "MM"],
    ];

    private static string[] Split(string words) => words.Split(' ');
}
