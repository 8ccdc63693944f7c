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
        var system = new TypeSystemSyntax(Parse(all));
        var faults = SchemaValidator.Validate(system).InOrderOf(all);
        return faults.Count == 0 ? new SchemaAssembler(system).Assemble() : throw new GraphQLException(faults);
    }

    private static List<DocumentNode> Parse(IReadOnlyList<Source> sources)
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
}
