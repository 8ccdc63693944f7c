namespace DataHub.GraphQL.Tests.SpecCompliance;

/// <summary>
/// What a test in the class of a section proves of that section: an algorithm (<c>CollectFields()</c>) or a part with a heading of its
/// own (<c>Type Validation</c>), by the names in <c>September2025.txt</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SpecifiesAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
