using System.Runtime.CompilerServices;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Execution;

internal static class InputValues
{
    private static readonly Dictionary<string, object?> None = [];
    private static readonly ConditionalWeakTable<InputValueDefinition, StrongBox<object?>> Defaults = [];

    /// <summary>A coerced list is an array of objects; null stays null.</summary>
    public static IReadOnlyList<T?>? AsList<T>(object? value) => value switch
    {
        null => null,
        object?[] items => Array.ConvertAll(items, item => item is null ? default : (T)item),
        _ => throw new InvalidOperationException("The value is no list."),
    };

    /// <summary>The coerced default (section 6.4.1: computed once); the definition has one.</summary>
    public static object? DefaultOf(InputValueDefinition definition) => Defaults.GetValue(definition, CoerceDefault).Value;

    private static StrongBox<object?> CoerceDefault(InputValueDefinition definition)
    {
        var problems = new CoercionProblems();
        if (new LiteralCoercion(None, problems).TryCoerce(definition.DefaultValue!, definition.Type, out var value))
            return new StrongBox<object?>(value);
        throw new InvalidOperationException($"The default of \"{definition.Name}\" does not fit its type: {problems.First}");
    }
}
