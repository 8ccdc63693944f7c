using System.Runtime.InteropServices;
using System.Text.Json;

namespace DataHub.GraphQL.Limits;

/// <summary>Counts a request's variables before they are coerced.</summary>
internal static class VariablesMeter
{
    public static void Check(JsonElement? variables, LimitCheck check)
    {
        if (variables is not { ValueKind: JsonValueKind.Object } json) return;
        var text = JsonMarshal.GetRawUtf8Value(json);
        if (!check.Allows(LimitKinds.VariablesBytes, text.Length)) return;
        // A list of n items has n - 1 commas.
        if (text.Count((byte)',') >= check.MaxOf(LimitKinds.ListItems)) check.Allows(LimitKinds.ListItems, LongestList(json));
    }

    // As deep as the JSON, which its reader bounds.
    private static int LongestList(JsonElement json)
    {
        if (json.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object)) return 0;
        var longest = 0;
        if (json.ValueKind == JsonValueKind.Array)
        {
            longest = json.GetArrayLength();
            foreach (var item in json.EnumerateArray()) longest = Math.Max(longest, LongestList(item));
        }
        else
        {
            foreach (var member in json.EnumerateObject()) longest = Math.Max(longest, LongestList(member.Value));
        }
        return longest;
    }
}
