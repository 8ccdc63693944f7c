namespace DataHub.Demonstration;

/// <summary>Making outside food, farming, fishing, building.</summary>
internal static class TradesOfMakers
{
    public static readonly string[] Lines =
    [
        "11040|40|Jamu;Minuman Herbal;Sari Buah|Minuman|Jamu Kunyit Asam;Beras Kencur;Sirup Pala;Sari Jahe;Sari Nanas;" +
            "Wedang Uwuh|4000|65000",
        "11052|50|Depot Air;Air Isi Ulang|Air Minum|Air Galon Isi Ulang;Air RO;Galon Baru;Antar Galon;Es Batu;Es Kristal|3000|55000",
        "13121|10|Tapis;Tenun|Kain|Kain Tapis;Selendang Tapis;Tapis Modifikasi;Tas Tapis;Peci Tapis;Dompet Tapis|35000|3500000",
        "13134|22|Batik|Kain|Batik Tulis;Batik Cap;Kemeja Batik;Kain Siger;Batik Kombinasi;Selendang Batik|45000|950000",
        "13912|20|Sulaman;Sulam Usus;Bordir|Kain|Sulam Usus;Kebaya Sulam;Bolero Sulam;Kerudung Bordir;Taplak Bordir;Baju Sulam|" +
            "50000|2500000",
        "14111|60|Konveksi;Garmen|Busana|Seragam Sekolah;Kaos Sablon;Jaket;Kemeja Kerja;Celana Training;Baju Koko|30000|280000",
        "14120|70|Penjahit;Jahit;Tailor;Modiste|Jahit|Jahit Kemeja;Jahit Kebaya;Jahit Seragam;Jahit Gamis;Jahit Celana;" +
            "Jahit Jas|35000|750000",
        "15121|8|Kerajinan Kulit;Tas Kulit|Kerajinan|Dompet Kulit;Tas Kulit;Ikat Pinggang Kulit;Gantungan Kunci;Sarung Ponsel;" +
            "Tempat Kartu|15000|650000",
        "16221|22|Kusen;Pintu;Pertukangan Kayu|Kayu|Kusen Pintu;Daun Pintu;Jendela;Lis Kayu;Tangga Kayu;Ventilasi|60000|3500000",
        "16291|22|Anyaman Bambu;Anyaman|Kerajinan|Besek;Bakul;Tampah;Tikar Bambu;Keranjang;Tudung Saji|5000|150000",
        "16293|10|Ukiran;Kerajinan Kayu|Kerajinan|Patung Gajah;Siger Kayu;Plakat;Hiasan Dinding;Gantungan Kunci;Vas Kayu|10000|1500000",
        "18111|14|Percetakan;Sablon|Percetakan|Undangan;Nota;Kalender;Yasin;Kartu Nama;Stempel|1000|450000",
        "20231|10|Sabun;Pembersih|Kebutuhan Rumah|Sabun Cuci Piring;Deterjen Cair;Karbol;Sabun Mandi;Pewangi;Pembersih Kaca|5000|65000",
        "23921|40|Batu Bata;Pabrik Bata|Bahan Bangunan|Bata Merah;Bata Press;Bata Lubang;Bata Ekspos;Roster;Bata Api|700|6500",
        "23922|36|Genteng;Pabrik Genteng|Bahan Bangunan|Genteng Plentong;Genteng Morando;Genteng Press;Bubungan;Genteng Kaca;" +
            "Genteng Glasur|1500|12000",
        "23953|18|Paving;Batako|Bahan Bangunan|Batako;Paving Blok;Loster;Buis Beton;Kanstin;Pot Beton|2500|350000",
        "25111|34|Las;Bengkel Las|Logam|Pagar Besi;Teralis;Kanopi;Pintu Besi;Tangga Besi;Rak Besi|150000|6500000",
        "25931|8|Pandai Besi;Alat Tani|Logam|Cangkul;Golok;Arit;Pisau Dapur;Egrek;Garu|20000|250000",
        "31001|36|Mebel;Furnitur|Furnitur|Lemari Kayu;Meja Kursi;Ranjang Kayu;Dipan;Kitchen Set;Bufet|150000|6500000",
        "32909|14|Kerajinan;Suvenir|Kerajinan|Miniatur Siger;Gantungan Kunci;Bros;Suvenir Pernikahan;Bunga Hias;Mahar|3000|350000",
        "01135|40|Tani Singkong;Kelompok Tani;Tani|Hasil Tani|Singkong Basah;Ubi Jalar;Talas;Porang;Bibit Singkong;Gaplek|1200|25000",
        "01111|34|Tani Jagung;Kelompok Tani;Tani|Hasil Tani|Jagung Pipil;Jagung Manis;Jagung Pakan;Tebon;Jagung Pulut;" +
            "Benih Jagung|3000|65000",
        "01270|50|Kebun Kopi;Tani Kopi;Kebun Kakao|Hasil Kebun|Kopi Ceri;Biji Kopi Kering;Biji Kakao;Kopi Petik Merah;" +
            "Kakao Fermentasi;Bibit Kopi|5000|90000",
        "01281|14|Kebun Lada;Tani Lada|Hasil Kebun|Lada Hitam;Lada Putih;Bibit Lada;Lada Bubuk;Lada Butir;Lada Petik|15000|140000",
        "01411|40|Ternak Sapi;Peternakan Sapi|Ternak|Sapi Kurban;Sapi Bakalan;Pedet;Sapi Limosin;Pupuk Kandang;Sapi Brahman|25000|35000000",
        "01442|44|Ternak Kambing;Peternakan Kambing|Ternak|Kambing Kurban;Kambing Aqiqah;Cempe;Kambing Saburai;Kambing Etawa;" +
            "Pupuk Kandang|20000|6500000",
        "01461|20|Ternak Ayam;Peternakan Ayam|Ternak|Ayam Potong Hidup;Ayam Karkas;Ayam Pedaging;Pupuk Ayam;Ayam Besar;" +
            "Ayam Kecil|15000|75000",
        "01462|20|Ayam Petelur;Ternak Ayam|Ternak|Telur 1 peti;Telur 1 kg;Telur Omega;Ayam Afkir;Telur Kecil;Pupuk Ayam|18000|420000",
        "03221|50|Ternak Lele;Budidaya Ikan;Kolam Ikan|Perikanan|Lele Konsumsi;Nila;Gurame;Bibit Lele;Patin;Bibit Nila|250|65000",
        "03254|20|Tambak Udang;Tambak|Perikanan|Udang Vaname;Udang Windu;Benur;Bandeng;Udang Beku;Kepiting|60|150000",
        "03111|20|Nelayan;Ikan Laut;Hasil Laut|Perikanan|Ikan Tongkol;Ikan Kembung;Teri;Cumi;Ikan Simba;Ikan Kakap|15000|120000",
        "43302|24|Jasa Bangunan;Borongan;Kontraktor|Bangunan|Pasang Keramik;Pasang Plafon;Renovasi Rumah;Cat Rumah;Pasang Bata;" +
            "Pasang Atap|65000|9500000",
    ];
}
