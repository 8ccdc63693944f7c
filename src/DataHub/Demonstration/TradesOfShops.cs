namespace DataHub.Demonstration;

/// <summary>KBLI 2020 section G.</summary>
internal static class TradesOfShops
{
    public static readonly string[] Lines =
    [
        "47112|260|Warung Sembako;Toko Kelontong;Warung;Toko;Toko Sembako|Sembako|Beras 5 kg;Minyak Goreng 1 liter;Gula Pasir 1 kg;" +
            "Telur 1 kg;Mi Instan 1 dus;Tepung Terigu 1 kg;Sabun Cuci;Air Mineral 1 dus|3000|95000",
        "47192|30|Toko Serba Ada;Toko;Toko Aneka|Kebutuhan Rumah|Ember Plastik;Sapu Ijuk;Payung;Keset;Lampu LED;Gayung|5000|90000",
        "47111|12|Minimarket;Swalayan;Mart|Sembako|Paket Sembako;Susu Kotak;Biskuit Kaleng;Popok Bayi;Sampo;Beras 10 kg|5000|180000",
        "47212|18|Toko Buah;Kios Buah;Buah|Buah Segar|Pisang Ambon;Jeruk;Semangka;Nanas;Alpukat;Durian;Pepaya|8000|75000",
        "47213|18|Kios Sayur;Sayur Segar;Warung Sayur|Sayuran|Kangkung;Bayam;Cabai Merah;Tomat;Bawang Merah;Wortel|2000|60000",
        "47214|12|Kios Daging;Ayam Potong;Telur|Hasil Ternak|Ayam Potong 1 kg;Daging Sapi 1 kg;Telur Ayam 1 kg;Telur Bebek;" +
            "Hati Ayam;Ceker|20000|150000",
        "47215|16|Kios Ikan;Ikan Segar;Lapak Ikan|Hasil Laut|Ikan Tongkol;Ikan Nila;Udang;Cumi;Lele;Teri Nasi|18000|120000",
        "47222|16|Toko Minuman;Agen Air;Agen Galon|Minuman|Air Galon;Teh Botol;Sirup;Air Mineral Botol;Susu Kemasan;Kopi Botol|3000|60000",
        "47241|18|Toko Beras;Kios Beras;Agen Beras|Beras|Beras Medium;Beras Premium;Beras Ketan;Beras Merah;Menir;Beras Pulen|12000|330000",
        "47242|14|Toko Roti;Toko Kue;Jajanan|Roti dan Kue|Roti Tawar;Kue Kering;Bolu Gulung;Donat;Lapis Legit;Bakpia|2000|95000",
        "47243|14|Toko Kopi;Kios Kopi;Grosir Kopi|Kopi dan Gula|Kopi Bubuk;Biji Kopi Sangrai;Gula Aren;Gula Pasir;Kopi Saset;" +
            "Teh Celup|5000|140000",
        "47249|20|Toko Oleh-Oleh;Pusat Oleh-Oleh;Toko Camilan|Oleh-Oleh|Keripik Pisang;Keripik Singkong;Kemplang;Lempok;" +
            "Kopi Lampung;Sambal Botol|8000|65000",
        "47414|50|Konter;Gerai Ponsel;Konter Pulsa|Ponsel|Pulsa;Kartu Perdana;Pengisi Daya;Pelindung Layar;Penyuara Telinga;" +
            "Kabel Data|5000|150000",
        "47524|18|Toko Bangunan;Depot Pasir;Depot Material|Bahan Bangunan|Semen 50 kg;Pasir 1 kubik;Batu Belah;Kapur;Koral;" +
            "Batu Kali|30000|600000",
        "47529|16|Toko Bangunan;Toko Cat;Material|Bahan Bangunan|Cat Tembok;Paku 1 kg;Kuas;Pipa;Keran;Tripleks|6000|250000",
        "47591|14|Mebel;Toko Mebel;Galeri Mebel|Furnitur|Lemari;Meja Makan;Kursi Tamu;Ranjang;Rak Buku;Meja Rias|250000|4500000",
        "47592|14|Toko Elektronik;Toko Listrik|Elektronik|Kipas Angin;Setrika;Penanak Nasi;Dispenser;Blender;Mesin Cuci|120000|3200000",
        "47593|16|Toko Perabot;Perabot;Pecah Belah|Perabot Dapur|Piring;Gelas;Panci;Wajan;Toples;Termos|4000|220000",
        "47711|64|Butik;Toko Baju;Hijab;Busana;Toko Pakaian|Busana|Gamis;Kemeja;Celana;Kerudung;Kaos;Daster;Baju Anak|25000|350000",
        "47712|18|Toko Sepatu;Toko Sandal;Sepatu|Alas Kaki|Sandal Jepit;Sepatu Sekolah;Sepatu Olahraga;Sandal Wanita;" +
            "Sepatu Pantofel;Sandal Anak|15000|280000",
        "47713|12|Aksesori;Toko Tas;Toko Aksesori|Aksesori|Tas Wanita;Dompet;Ikat Pinggang;Topi;Bros;Kaus Kaki|8000|210000",
        "47723|14|Toko Jamu;Toko Herbal;Herbal|Herbal|Madu;Jahe Bubuk;Kunyit Asam;Temulawak;Minyak Gosok;Habatusauda|8000|160000",
        "47735|8|Toko Emas;Toko Perhiasan|Perhiasan|Cincin;Kalung;Gelang;Anting;Liontin;Giwang|90000|3500000",
        "47737|8|Toko Plastik;Plastik|Kemasan|Kantong Plastik;Kotak Makan;Gelas Plastik;Standing Pouch;Sedotan;Mika|4000|60000",
        "47754|14|Toko Pakan;Poultry;Pakan Ternak|Pakan Ternak|Pakan Ayam;Pakan Lele;Konsentrat;Pakan Burung;Dedak;" +
            "Vitamin Ternak|6000|420000",
        "47762|10|Toko Bibit;Kebun Bibit;Tanaman Hias|Tanaman|Bibit Durian;Bibit Kopi;Bibit Alpukat;Aglonema;Bibit Cabai;" +
            "Anggrek|5000|150000",
        "47763|24|Toko Tani;Kios Pupuk;Saprotan|Sarana Tani|Pupuk Urea;Pupuk Organik;Herbisida;Benih Jagung;Benih Padi;" +
            "Insektisida|15000|350000",
        "47772|24|Pangkalan Gas;Agen Gas;Pangkalan LPG|Gas Elpiji|Gas 3 kg;Gas 5,5 kg;Gas 12 kg;Regulator;Selang Gas;Kompor Gas|" +
            "18000|320000",
        "47812|12|Lapak Buah;Buah|Buah Segar|Pisang Kepok;Salak;Mangga;Rambutan;Duku;Semangka|6000|50000",
        "47813|16|Lapak Sayur;Sayuran|Sayuran|Daun Singkong;Terong;Timun;Cabai Rawit;Kacang Panjang;Jengkol|2000|55000",
        "47832|16|Lapak Baju;Kios Baju;Pakaian|Busana|Kaos;Celana Pendek;Jaket;Daster;Kerudung;Seragam Sekolah|15000|150000",
        "47911|22|Dapur Daring;Camilan;Toko Daring|Makanan Daring|Keripik Beku;Sambal Kemasan;Makaroni;Basreng;Seblak Instan;" +
            "Rendang Kemasan|9000|85000",
        "47912|20|Olshop;Toko Daring;Busana Daring|Busana|Gamis Set;Tunik;Kerudung Instan;Kaos Sablon;Piyama;Outer|30000|260000",
        "45406|24|Toko Onderdil;Suku Cadang;Motor Parts|Suku Cadang|Oli Mesin;Kampas Rem;Ban Luar;Aki;Busi;Rantai|12000|380000",
        "45407|86|Bengkel;Bengkel Motor;Servis Motor|Servis Motor|Servis Ringan;Ganti Oli;Turun Mesin;Tambal Ban;Setel Rem;" +
            "Ganti Ban|10000|750000",
        "45201|14|Bengkel Mobil;Bengkel;Auto Service|Servis Mobil|Servis Berkala;Spooring;Ganti Oli Mobil;Servis Rem;Cat Bodi;" +
            "Servis AC|75000|3500000",
        "46319|18|Pengepul;UD Hasil Bumi;Hasil Bumi|Hasil Bumi|Singkong;Jagung Pipil;Kakao Kering;Lada Hitam;Kopi Asalan;Gabah|3000|90000",
        "46209|14|Pengepul Ternak;Hasil Tani;Agen Karet|Hasil Bumi|Karet Lump;Kambing;Sapi Potong;Kelapa Butir;Pinang;Cengkeh|" +
            "5000|18000000",
    ];
}
