using System.Globalization;
using DataHub.GraphQL.Types;

namespace DataHub.GraphQL.Tests.Validation;

/// <summary>
/// Small documents over <see cref="Pets"/> with few names, so that selections meet: inline fragments on any type, acyclic
/// fragments, aliases.
/// </summary>
internal sealed class RandomDocument(int seed)
{
    private const int Fragments = 4;

    private static readonly string[] Conditions = ["Dog", "Cat", "Pet", "CatOrDog", "Human", "Sentient"];
    private readonly Random random = new(seed);

    public string Text()
    {
        var fragments = Enumerable.Range(0, Fragments).Select(Fragment).ToList();
        return $"{{ pet {Set(Type("Pet"), 0, 3)} dog {Set(Type("Dog"), 0, 2)} }}\n{string.Join('\n', fragments)}";
    }

    private string Fragment(int number)
    {
        var condition = Pick(Conditions);
        return string.Create(CultureInfo.InvariantCulture, $"fragment f{number} on {condition} {Set(Type(condition), number + 1, 2)}");
    }

    private string Set(NamedType parent, int firstFragment, int depth)
    {
        var selections = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Selection(parent, firstFragment, depth));
        return $"{{ {string.Join(' ', selections)} }}";
    }

    private string Selection(NamedType parent, int firstFragment, int depth)
    {
        var kind = random.Next(10);
        if (kind < 2 && firstFragment < Fragments)
            return string.Create(CultureInfo.InvariantCulture, $"...f{random.Next(firstFragment, Fragments)}");
        if (kind < 5 && depth > 0) return InlineFragment(Pick(Conditions), firstFragment, depth);
        return Field(parent, firstFragment, depth);
    }

    private string InlineFragment(string condition, int firstFragment, int depth) =>
        $"... on {condition} {Set(Type(condition), firstFragment, depth - 1)}";

    private string Field(NamedType parent, int firstFragment, int depth)
    {
        var fields = (parent as FieldsType)?.Fields.Where(f => depth > 0 || f.Type.Named is ScalarType).ToList() ?? [];
        var alias = random.Next(6) switch { 0 => "x: ", 1 => "friend: ", _ => "" };
        if (fields.Count == 0) return alias + "__typename";
        var field = fields[random.Next(fields.Count)];
        var set = field.Type.Named is ScalarType ? "" : Set(field.Type.Named, firstFragment, depth - 1);
        return $"{alias}{field.Name}{Arguments(field.Name)} {set}";
    }

    private string Arguments(string field) => field switch
    {
        "doesKnowCommand" => Pick("(dogCommand: SIT)", "(dogCommand: HEEL)", "(catCommand: JUMP)", ""),
        "isHouseTrained" => Pick("(atOtherHomes: true)", "(atOtherHomes: true)", ""),
        _ => "",
    };

    private static NamedType Type(string name) => Pets.Schema.Type(name)!;

    private string Pick(params string[] options) => options[random.Next(options.Length)];
}
