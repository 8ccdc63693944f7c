using System.Reflection;
using System.Text;

namespace DataHub.Api.Documents;

/// <summary>A file of <c>schema/operations/&lt;consumer&gt;</c>.</summary>
/// <param name="Consumer">Its folder.</param>
/// <param name="File">Its name.</param>
/// <param name="Bytes">What its identifier is the hash of.</param>
public sealed record StoredDocument(string Consumer, string File, ReadOnlyMemory<byte> Bytes)
{
    private const string Folder = "operations/";

    /// <summary>Where it stands in the repository.</summary>
    public string Path => $"schema/operations/{Consumer}/{File}";

    /// <summary>SHA-256 of the file, 64 lower-case hexadecimal digits.</summary>
    public string Hash { get; } = DocumentHash.Of(Bytes.Span);

    /// <summary>Its identifier in requests.</summary>
    public string DocumentId => DocumentHash.Prefix + Hash;

    /// <summary>
    /// The document itself. Throws <see cref="DecoderFallbackException"/> for bytes that are no UTF-8: the text would have another hash.
    /// </summary>
    public string Text() => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(Bytes.Span);

    /// <summary>The files of <c>schema/operations</c>, as embedded at build time, in the order of their names.</summary>
    public static IReadOnlyList<StoredDocument> Embedded()
    {
        var assembly = typeof(StoredDocument).Assembly;
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => Read(assembly, name)),
        ];
    }

    private static StoredDocument Read(Assembly assembly, string name)
    {
        using var content = new MemoryStream();
        using (var resource = assembly.GetManifestResourceStream(name)!) resource.CopyTo(content);
        var parts = name[Folder.Length..].Split('/', 2);
        return new StoredDocument(parts[0], parts[^1], content.ToArray());
    }
}
