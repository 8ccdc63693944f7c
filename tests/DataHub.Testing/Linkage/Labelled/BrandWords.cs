namespace DataHub.Testing.Linkage.Labelled;

/// <summary>What trade names are made of, the most frequent first.</summary>
internal static class BrandWords
{
    public static readonly string[] Common =
    [
        "Berkah", "Sumber Rezeki", "Makmur", "Barokah", "Jaya", "Sinar Jaya", "Mandiri", "Sejahtera", "Mekar Sari", "Mekar Jaya",
        "Sinar Harapan", "Tiga Putra", "Amanah", "Mawar", "Maju Jaya", "Anggrek", "Dua Putri", "Siger Mas", "Karya Mandiri", "Sari Rasa",
        "Murah Rezeki", "Rezeki", "Dua Saudara", "Sari Bumi", "Merpati", "Maju Bersama", "Sederhana", "Bersaudara", "Putra Jaya",
        "Rasa Sayang", "Teratai", "Rizki", "Hidayah", "Subur", "Muli Mekhanai", "Surya Jaya", "Subur Makmur", "Ratu", "Anugerah",
        "Rahmat", "Selera Nusantara", "Rajabasa", "Ojo Lali", "Al Barokah", "Melati", "Seroja", "Rajawali", "Bintang Jaya", "Muli",
        "Cita Rasa", "Mutiara", "Lumintu", "Kencana", "Guyub", "Nusantara", "Pelangi", "Cahaya", "Cahaya Baru", "Garuda", "Krakatau",
        "Usaha Mandiri", "Tani Makmur", "Fajar", "Sai Bumi", "Kenanga", "Harapan", "Setia", "Sahabat", "Rukun", "Ratu Manis", "Zamrud",
        "Suseno", "Oemah", "Bintang", "Lancar", "Elang", "Camar", "Cempaka", "Dahlia", "Pesagi", "Seminung", "Way Kambas", "Lestari",
        "Citra Rasa", "Karya Bersama", "Sumber Jaya", "Tunas Muda", "Intan", "Surya", "Bumi Ruwa Jurai", "Kedai Kita", "Sido Mulyo",
        "Ngudi Rahayu", "Tirta", "Permata", "Restu Ibu", "Barokah Jaya", "Sentosa", "Abadi", "Gemilang", "Putri Lampung", "Pondok Rasa",
    ];

    /// <summary>Given names that shops are called by.</summary>
    public static readonly string[] Children =
    [
        "Raffa", "Nabila", "Hanifa", "Arkana", "Zahra", "Khadijah", "Aqila", "Syifa", "Naufal", "Azka", "Kirana", "Alesha", "Fathan",
        "Keisha", "Rafka", "Salsa", "Yumna", "Zidan",
    ];

    public static readonly string[] Syllables = Split(
        "ba bi bu da di du fa ga gi ja ji ju ka ki ku la li lu ma mi mu na ni nu ra ri ru sa si su ta ti tu wa ya yu za ze zy");

    public static readonly string[] Tails = ["Jaya", "Mandiri", "Food", "Snack", "Store", "Collection", "Official"];

    public static readonly string[] Groups = ["UD", "Kelompok Usaha", "KUB", "KWT", "Kelompok"];

    public static readonly string[] ShopTails = ["Official Store", "Official", "Store", "Shop", "ID", "Lampung", "Store", "Official"];

    /// <summary>Written either way by the same people.</summary>
    public static readonly (string One, string[] Others)[] Spellings =
    [
        ("Rezeki", ["Rejeki"]), ("Keripik", ["Kripik"]), ("Kerupuk", ["Krupuk"]), ("Barokah", ["Barakah"]),
        ("Makmur", ["Ma'mur"]), ("Warung", ["Wr.", "Wrg", "Wr"]), ("Toko", ["Tk.", "Tk"]), ("Rumah Makan", ["RM", "R.M."]),
        ("Kue", ["Kueh"]), ("Katering", ["Catering", "Ktering"]), ("Konter", ["Counter"]), ("Mebel", ["Meubel"]), ("Butik", ["Boutique"]),
        ("Sambal", ["Sambel"]), ("Anugerah", ["Anugrah"]),
    ];

    private static string[] Split(string words) => words.Split(' ');
}
