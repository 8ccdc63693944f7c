namespace DataHub.Credit;

/// <summary>Class of an activity for KUR (Permenko 1/2026 Articles 1(2), 24(2), 36(3), 43(3)).</summary>
public enum KurSectorClass
{
    /// <summary>Goods or services outside trade.</summary>
    Production,

    /// <summary>Trade with a shown document of the export process.</summary>
    TradeExport,

    /// <summary>Trade without one.</summary>
    TradeLocal,
}
