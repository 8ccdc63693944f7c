using System.Collections.Immutable;
using System.Text.Json.Nodes;
using DataHub.Access;
using DataHub.GraphQL.Types;
using DataHub.Registry;
using DataHub.Tests.Differential.Naive;

namespace DataHub.Tests.Differential.Questions;

/// <summary>What questions are made of beside chance: the contract, who may have what, and the rows.</summary>
internal sealed record NastyWorldView(DataHub.Planning.Hub Hub, NaiveTypes Types, Rows.World World)
{
    /// <summary>The whole contract.</summary>
    public Schema Schema => Hub.Schema;

    public bool Allows(Caller caller, ObjectType type) => Hub.For(caller).Schema.Type(type.Name) is not null;

    public bool Allows(Caller caller, FieldDefinition field) =>
        (Hub.For(caller).Schema.Type(field.Parent.Name) as FieldsType)?.Field(field.Name) is not null;

    public bool Allows(Caller caller, InputObjectType input, string field) =>
        (Hub.For(caller).Schema.Type(input.Name) as InputObjectType)?.Field(field) is not null;
}

/// <summary>Arguments of fields.</summary>
internal sealed class ArgumentMaker(NastyWorldView view, Caller caller, Random random)
{
    private static readonly int[] Sizes = [1, 1, 2, 3, 5, 7, 20, 50, 99, 100];

    private readonly ValueMaker values = new(random, (input, field) => view.Allows(caller, input, field));

    public Caller Caller => caller;

    /// <summary>Whether all arguments are given, and none of them as null; else some are.</summary>
    public bool GivesAll { get; init; }

    /// <summary>Some of the arguments that the field takes, page places excepted; all that it needs.</summary>
    public ImmutableArray<Given> Of(FieldDefinition field)
    {
        var given = new List<Given>();
        // Give first or last, not both.
        var size = random.Next(3) == 0 && field.Argument("last") is not null ? "last" : "first";
        foreach (var argument in field.Arguments)
        {
            if (argument.Name is "after" or "before" || (argument.Name is "first" or "last" && argument.Name != size)) continue;
            if (!argument.IsRequired && !GivesAll && random.Next(2) == 0) continue;
            given.Add(new Given(argument, !argument.Type.IsNonNull && !GivesAll && random.Next(12) == 0 ? null : Value(field, argument)));
        }
        return [.. given];
    }

    /// <summary>The same arguments with other values.</summary>
    public Asked Anew(Asked asked) => asked with
    {
        Arguments = [.. asked.Arguments.Select(g => g with { Value = g.Argument.Type.IsNonNull || random.Next(6) > 0 ? Value(asked.Definition!, g.Argument) : null })],
        Below = [.. asked.Below.Select(Anew)],
    };

    private JsonNode? Value(FieldDefinition field, InputValueDefinition argument) => argument.Name switch
    {
        "first" or "last" => Sizes[random.Next(Sizes.Length)],
        "nib" => Nib(),
        "nibs" => new JsonArray([.. Enumerable.Range(0, random.Next(random.Next(6) == 0 ? 60 : 9)).Select(_ => (JsonNode)Nib())]),
        "id" => Id(),
        "parent" => Of("18", "18.01", "18.72", "18.01.04", "36", "99", ""),
        "exact" => random.Next(2) == 0,
        "by" => Dimensions((EnumType)argument.Type.Named),
        "where" when field.Name == "statistics" => Groups(),
        "where" => values.Filter((InputObjectType)argument.Type.Named, Listed(field), 3),
        "order" => values.Order((InputObjectType)argument.Type.Named),
        _ => throw new NotSupportedException($"Nothing is known of {field.Coordinate}({argument.Name}:)."),
    };

    /// <summary>The type of the rows of a connection.</summary>
    private NaiveType Listed(FieldDefinition field) =>
        view.Types[((ObjectType)((ObjectType)field.Type.Named).Field("nodes")!.Type.Named).Name];

    private string Nib() => random.Next(8) switch
    {
        0 => "1111111111111",
        1 or 2 => view.World.Licences[random.Next(view.World.Licences.Count)].Nib,
        3 => Testing.Samples.OldNib,
        _ => $"{1 + random.Next(6):0000000000000}",
    };

    private string Id()
    {
        if (random.Next(8) == 0) return Of("", "x", "AAAAAAAAAAAAAAAAAAAAAA");
        var nodes = view.Types.All.Where(t => t.Rows.Count > 0 && t.Key(t.Rows[0]) is long && t.Name != "Provenance").ToList();
        var type = random.Next(3) == 0 ? view.Types["Business"] : nodes[random.Next(nodes.Count)];
        if (type.Name == "Business" && random.Next(4) == 0)
            return view.Types.IdOf(type, new BusinessRow { Id = random.Next(3) + 900_001, OriginFeed = "", OriginKey = "" });
        return view.Types.IdOf(type, type.Rows[random.Next(type.Rows.Count)]);
    }

    private JsonArray Dimensions(EnumType type) =>
        [.. type.Values.OrderBy(_ => random.Next()).Take(1 + random.Next(4)).Select(v => (JsonNode)v.Name)];

    private JsonObject Groups()
    {
        var where = new JsonObject();
        if (random.Next(2) == 0) where["regencies"] = List("18.01", "18.72", "99");
        if (random.Next(2) == 0) where["scales"] = List("MIKRO", "KECIL", "BESAR");
        if (random.Next(2) == 0) where["sectors"] = List("C", "G", "I", "T", "Z");
        return where;
    }

    private JsonArray? List(params string[] from) => random.Next(6) == 0 ? null : [.. from.Where(_ => random.Next(2) == 0).Select(v => (JsonNode)v)];

    private string Of(params string[] from) => from[random.Next(from.Length)];
}
