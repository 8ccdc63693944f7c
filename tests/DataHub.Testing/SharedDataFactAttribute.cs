using Xunit;

namespace DataHub.Testing;

/// <summary>A test that needs <see cref="SharedData"/>; skipped, saying so, where the folder is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (SharedData.Find() is null) Skip = "There is no folder shared/data beside the repository.";
    }
}
