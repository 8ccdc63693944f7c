namespace DataHub.Testing;

/// <summary>Sample files that are not part of the repository: <c>shared/data</c> beside it or beside one of the folders above it.</summary>
public static class SharedData
{
    /// <summary>Full path of the folder, or null where it is absent.</summary>
    public static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate)) return candidate;
        }

        return null;
    }

    /// <summary>
    /// Full path of something in the folder; throws where it is absent, so mark the test with <see cref="SharedDataFactAttribute"/>.
    /// </summary>
    public static string PathOf(params string[] parts) =>
        Path.Combine([Find() ?? throw new DirectoryNotFoundException("There is no folder shared/data beside the repository."), .. parts]);
}
