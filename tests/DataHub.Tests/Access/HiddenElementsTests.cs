using System.Text.RegularExpressions;
using DataHub.Access;
using DataHub.GraphQL.Types;
using DataHub.Testing;
using DataHub.Tests.Access.Matrix;

namespace DataHub.Tests.Access;

/// <summary>
/// Whatever of the contract a caller may not have, and however it is named: the answer is, byte for byte, that to a name that nobody has.
/// </summary>
public sealed class HiddenElementsTests(HubFixture hub) : IClassFixture<HubFixture>
{
    private int asked;

    public static TheoryData<string> Kinds => [.. ConsumerKinds.All.Select(kind => kind.Kind.ToString())];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_hidden_field_is_as_one_that_nobody_has(string kind)
    {
        var (caller, view) = Of(kind);
        var paths = new DocumentPaths(view);
        foreach (var type in view.Types.OfType<FieldsType>().Where(t => !t.IsBuiltIn))
        {
            foreach (var field in ((FieldsType)hub.Hub.Schema.Type(type.Name)!).Fields.Where(f => type.Field(f.Name) is null))
            {
                var below = field.Type.Named is FieldsType ? " { __typename }" : "";
                await SameAsync(caller, paths.Of(type.Name, $"{DocumentPaths.Call(field)}{below}")!, field.Name);
                await SameAsync(caller, $"{paths.Of(type.Name, "...f")} fragment f on {type.Name} {{ hidden: {DocumentPaths.Call(field)}{below} }}", field.Name);
            }
        }
        Assert.True(asked > 2, "Nothing is hidden.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_hidden_condition_or_order_is_as_one_that_nobody_has(string kind)
    {
        var (caller, view) = Of(kind);
        var paths = new DocumentPaths(view);
        foreach (var field in view.Types.OfType<FieldsType>().Where(t => !t.IsBuiltIn).SelectMany(t => t.Fields))
        {
            foreach (var argument in field.Arguments.Where(a => a.Type.Named is InputObjectType))
            {
                var input = (InputObjectType)argument.Type.Named;
                foreach (var hidden in ((InputObjectType)hub.Hub.Schema.Type(input.Name)!).Fields.Where(f => input.Field(f.Name) is null))
                {
                    var type = argument.Type.Nullable is ListType ? $"[{input.Name}!]" : input.Name;
                    var literal = paths.Of(field.Parent.Name, $"{DocumentPaths.Call(field, $"{argument.Name}: {{ {hidden.Name}: {{}} }}")} {{ totalCount }}")!;
                    await SameAsync(caller, literal, hidden.Name);
                    var call = DocumentPaths.Call(field, $"{argument.Name}: $given");
                    var used = paths.Of(field.Parent.Name, $"{call} {{ totalCount }}")!;
                    var variable = Regex.Replace(used, "^(query)?", $"query($given: {type})");
                    await SameAsync(caller, variable, hidden.Name, new() { [hidden.Name] = new { } });
                }
            }
        }
        Assert.True(asked > 4 || kind is "University" or "Owner" or "Steward", "Nothing is hidden.");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_hidden_type_is_as_one_that_nobody_has(string kind)
    {
        var (caller, view) = Of(kind);
        foreach (var type in hub.Hub.Schema.Types.Where(t => view.Type(t.Name) is null))
        {
            await SameAsync(caller, $"{{ me {{ ... on {type.Name} {{ __typename }} }} }}", type.Name);
            await SameAsync(caller, $"{{ me {{ ...f }} }} fragment f on {type.Name} {{ __typename }}", type.Name);
            await SameAsync(caller, $"query($given: {type.Name}) {{ me {{ client }} }}", type.Name);
            await SameAsync(caller, $"{{ __type(name: \"{type.Name}\") {{ name }} }}", type.Name);
        }
        Assert.True(asked > 4, "Nothing is hidden.");
    }

    private (Caller Caller, Schema View) Of(string kind)
    {
        var consumer = ConsumerKinds.All.Single(k => k.Kind.ToString() == kind);
        var caller = new Caller("any", "any", null, consumer.Scopes, consumer.Purpose, consumer.Kind == ConsumerKind.Owner ? 1 : null);
        return (caller, hub.Hub.For(caller).Schema);
    }

    private async Task SameAsync(Caller caller, string document, string name, Dictionary<string, object>? given = null)
    {
        var madeUp = "z" + new string('q', name.Length - 1);
        asked++;
        var real = await hub.AskAsync(document, caller, given is null ? null : new { given });
        var other = Regex.Replace(document, $@"\b{name}\b", madeUp);
        var unknown = await hub.AskAsync(other, caller, given is null ? null : new { given = new Dictionary<string, object> { [madeUp] = given[name] } });
        Assert.Equal(Text(unknown).Replace(madeUp, name, StringComparison.Ordinal), Text(real));
        Assert.Empty(real.Statements);
        if (real.HasErrors) Assert.All(real.Codes, code => Assert.Equal(given is null ? "GRAPHQL_VALIDATION_FAILED" : "BAD_USER_INPUT", code));
    }

    // What is left in the budget depends on the moment.
    private static string Text(HubAnswer answer) => string.Join(
        '\n', answer.Json.EnumerateObject().Where(part => part.Name != "extensions").Select(part => part.Value.GetRawText()).Append($"{answer.Cost?.Requested}"));
}
