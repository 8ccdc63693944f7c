using DataHub.GraphQL.Errors;
using DataHub.GraphQL.Language;
using DataHub.GraphQL.Types.Building;
using DataHub.GraphQL.Types.Validation;

namespace DataHub.GraphQL.Types;

/// <summary>Builds a schema from SDL documents.</summary>
public static class SchemaBuilder
{
    /// <summary>
    /// Builds and checks a schema (all rules of section 3) from documents that together are its SDL: an extension may stand in another
    /// document than the definition, before or after it. Throws <see cref="GraphQLException"/> with every fault found, each by its schema
    /// coordinate, file and line; when documents are no GraphQL, with what is wrong there.
    /// </summary>
    public static Schema Build(IEnumerable<Source> sources)
    {
        var all = sources.ToList();
        return Build(Parse(all), all);
    }

    /// <summary>The same from documents that were parsed before.</summary>
    public static Schema Build(IReadOnlyList<DocumentNode> documents) => Build(documents, [.. documents.Select(d => d.Source).OfType<Source>()]);

    /// <summary>
    /// Builds the schema of what is left of documents that were checked, when parts of them were left out, without checking it: a root type
    /// may have no fields. Throws when a name that is used was left out.
    /// </summary>
    public static Schema BuildPart(IReadOnlyList<DocumentNode> documents) => new SchemaAssembler(new TypeSystemSyntax(documents)).Assemble();

    /// <summary>Parses SDL documents. Throws <see cref="GraphQLException"/> with what is wrong in all of them.</summary>
    public static IReadOnlyList<DocumentNode> Parse(IReadOnlyList<Source> sources)
    {
        var documents = new List<DocumentNode>();
        var faults = new List<GraphQLError>();
        foreach (var source in sources)
        {
            try
            {
                documents.Add(Parser.Parse(source, ParserOptions.Trusted));
            }
            catch (GraphQLException refused)
            {
                faults.AddRange(refused.Errors.Select(e => SchemaFaults.Error(source, e.Locations[0], null, e.Message.TrimEnd('.'))));
            }
        }
        return faults.Count == 0 ? documents : throw new GraphQLException(faults);
    }

    private static Schema Build(IReadOnlyList<DocumentNode> documents, IReadOnlyList<Source> sources)
    {
        var system = new TypeSystemSyntax(documents);
        var faults = SchemaValidator.Validate(system).InOrderOf(sources);
        return faults.Count == 0 ? new SchemaAssembler(system).Assemble() : throw new GraphQLException(faults);
    }
}
