namespace DataHub.Demonstration;

/// <summary>Names as Javanese, Lampung, Sundanese, Balinese and Minang families of the province give them; nobody in particular.</summary>
internal static class GivenNames
{
    public static readonly string[] OfWomen = Split(
        "Siti Sri Dewi Nur Eka Rina Fitri Yuliana Lestari Wati Endang Sulastri Sumiati Suparmi Tuminah Sutini Wagini Parti " +
        "Ngatini Kartini Aisyah Fatimah Khadijah Maryam Zubaidah Halimah Aminah Rohani Rosidah Maimunah Nurhayati Nurjanah " +
        "Nurlaila Nuraini Khotimah Mardiana Yanti Yuni Wulan Puspita Ratna Intan Mega Melati Mawar Kenanga Dahlia Anggun Citra " +
        "Indah Ayu Putri Dian Lia Mira Nia Tia Rika Riska Desi Devi Evi Elvi Yeni Yesi Susi Susanti Santi Ani Ana Anita Erna " +
        "Erni Heni Leni Reni Neni Novi Novita Oktavia Septi Agustina Juliana Mei Apriyani Marlina Herlina Rosmala Rosnani " +
        "Nyoman Wayan Ketut Kadek Komang Luh Marsinah Tukinem Sarinem Painah Misnah Rukiyah Zahra Nabila Salsabila Hani Hasanah " +
        "Hikmah Laila Latifah Mutiara Rahma Rahmawati Ruqayah Sakinah Salma Umi Ulfa");

    public static readonly string[] OfMen = Split(
        "Agus Ahmad Muhammad Abdul Andi Budi Bambang Joko Slamet Sutrisno Supriyadi Suparno Sugeng Sukardi Sukirno Sunarto " +
        "Suwarno Suyanto Tukiman Ngadimin Paijo Wagiman Paimin Sarno Karno Darto Darmo Harto Hartono Haryono Hendra Hendri Heri " +
        "Hadi Eko Dwi Tri Dedi Dodi Doni Edi Eri Feri Ferdi Firman Firdaus Fajar Fauzi Farid Faisal Gunawan Galih Hasan Husein " +
        "Hamid Hamdan Idris Ibrahim Ilham Imam Indra Irfan Irwan Iskandar Ismail Jamal Junaidi Jupri Kurniawan Khoirul Lukman " +
        "Lutfi Mahmud Maulana Mustofa Nanang Nasrul Nurdin Rahmat Ramli Rano Ridwan Rizki Robi Roni Rudi Rusdi Ruslan Saiful " +
        "Saleh Samsul Sofyan Solihin Sukri Syarif Taufik Teguh Tono Toni Usman Umar Wahyu Wawan Wayan Made Nyoman Ketut Gede " +
        "Yanto Yudi Yusuf Zaenal Zainuddin Zulkifli Zulfikar Herman Mulyadi Mulyono Alimin Buyung Raden Sultan Sangun Minak " +
        "Batin Tohir Turmudi Wasis Yadi Yono");

    /// <summary>Second names; many people have none.</summary>
    public static readonly string[] SecondOfWomen = Split(
        "Wahyuni Handayani Setyowati Rahayu Lestari Ningsih Astuti Hartati Suryani Mulyani Yulianti Fitriani Fitria Safitri " +
        "Anggraini Maharani Oktaviani Kusumawati Purwanti Hidayati Hidayah Khasanah Mubarokah Rohmah Rohmawati Sari Puspitasari " +
        "Permatasari Wulandari Kurniasih Kartika Damayanti Utami Pertiwi Pratiwi Melinda Amelia Aprilia Novitasari Susilowati " +
        "Widyastuti Widiastuti Hasanah Syafitri Marlina Agustin Nurbaiti Zulaikha Azizah Afifah Uswatun Maryati Sumarni " +
        "Suhartini Saputri Ramadhani Cahyani Andriani");

    public static readonly string[] SecondOfMen = Split(
        "Santoso Setiawan Saputra Pratama Wibowo Nugroho Hidayat Kurniawan Gunawan Susanto Hartanto Purnomo Prasetyo Widodo " +
        "Utomo Raharjo Wijaya Kusuma Firmansyah Ramadhan Rahman Hakim Fauzi Siregar Harahap Nasution Hutagalung Simanjuntak " +
        "Tanjung Chaniago Piliang Suryadi Sulaiman Maulana Anwar Efendi Effendi Fadillah Kholiq Rohim Ghofur Jalil Majid " +
        "Mansyur Mubarok Arifin Basri Bastian Budiman Darmawan Febrian Hermawan Irawan Jatmiko Kuncoro Laksono Mahendra " +
        "Nurcahyo Oktavian Permana Riyadi Sanjaya Subekti Sudrajat");

    private static string[] Split(string names) => names.Split(' ');
}
