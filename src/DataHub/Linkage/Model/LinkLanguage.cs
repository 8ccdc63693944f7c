namespace DataHub.Linkage.Model;

/// <summary>Languages in which a link gives its reasons.</summary>
public enum LinkLanguage : byte
{
    /// <summary>Bahasa Indonesia, for officials.</summary>
    Indonesian,

    /// <summary>English.</summary>
    English,
}
