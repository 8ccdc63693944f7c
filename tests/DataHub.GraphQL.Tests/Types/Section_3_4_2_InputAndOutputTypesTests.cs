using DataHub.GraphQL.Tests.SpecCompliance;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Types;

public sealed class Section_3_4_2_InputAndOutputTypesTests
{
    private const string All = """
        scalar S enum E { A } input In { a: Int } type O { a: Int } interface I { a: Int } union U = O type Query { o: O }
        """;

    private static readonly Schema Kinds = Sdl.Build(All);

    [Theory]
    [InlineData("S", true)]
    [InlineData("E", true)]
    [InlineData("In", true)]
    [InlineData("O", false)]
    [InlineData("I", false)]
    [InlineData("U", false)]
    [Specifies("IsInputType()")]
    public void Scalars_enums_and_input_objects_are_input_types_wrapped_or_not(string name, bool isInput)
    {
        var type = Kinds.Type(name)!;
        Assert.Equal(isInput, type.IsInput);
        Assert.Equal(isInput, new ListType(type).IsInput);
        Assert.Equal(isInput, new NonNullType(new ListType(new NonNullType(type))).IsInput);
        foreach (var written in new[] { name, $"[{name}]", $"[{name}!]!" })
        {
            string[] uses =
            [
                $"type T {{ f(a: {written}): Int }}", $"input T {{ a: {written} b: Int }}", $"directive @t(a: {written}) on FIELD",
            ];
            foreach (var sdl in uses)
            {
                if (isInput) Assert.NotNull(Sdl.Build(All, sdl));
                else Assert.Contains($"cannot be of type \"{name}\"", Assert.Single(Sdl.Faults(All, sdl)), StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("S", true)]
    [InlineData("E", true)]
    [InlineData("In", false)]
    [InlineData("O", true)]
    [InlineData("I", true)]
    [InlineData("U", true)]
    [Specifies("IsOutputType()")]
    public void All_but_input_objects_are_output_types_wrapped_or_not(string name, bool isOutput)
    {
        var type = Kinds.Type(name)!;
        Assert.Equal(isOutput, type.IsOutput);
        Assert.Equal(isOutput, new NonNullType(new ListType(type)).IsOutput);
        foreach (var written in new[] { name, $"[{name}]", $"[{name}!]!" })
        {
            foreach (var sdl in new[] { $"type T {{ f: {written} }}", $"interface T {{ f: {written} }}" })
            {
                if (isOutput) Assert.NotNull(Sdl.Build(All, sdl));
                else Assert.Contains($"a field cannot return \"{name}\"", Assert.Single(Sdl.Faults(All, sdl)), StringComparison.Ordinal);
            }
        }
    }
}
