using System.Reflection;

namespace DataHub.GraphQL.Execution;

/// <summary>The object type that a C# class stands for, where it is not named as the class is.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ObjectTypeNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    internal static string Of(Type type) => type.GetCustomAttribute<ObjectTypeNameAttribute>(inherit: false)?.Name ?? type.Name;
}
