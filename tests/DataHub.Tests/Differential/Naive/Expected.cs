namespace DataHub.Tests.Differential.Naive;

/// <summary>An object of the answer: its members in order. Values are null, texts, numbers, truth values, lists, objects and the marks below.</summary>
internal sealed record ExpectedObject(IReadOnlyList<(string Key, object? Value)> Members);

internal sealed record ExpectedList(IReadOnlyList<object?> Items);

/// <summary>The cursor of a row in an order. Which text that is only the hub knows; that it means this row is found by asking on from it.</summary>
internal sealed record ExpectedCursor(string Order, object Row);

/// <summary>Any of these values is right.</summary>
internal sealed record ExpectedOneOf(params object[] Values);

/// <summary>A point in time that nobody can tell beforehand.</summary>
internal sealed record ExpectedNow;

/// <summary>The operation asks for something that the hub must refuse.</summary>
internal sealed class RefusedException(string why) : Exception(why);
