using System.CommandLine;
using DataHub.Api.Documents;

namespace DataHub.Api.CommandLine;

/// <summary><c>datahub schema documents</c></summary>
internal static class SchemaDocuments
{
    public static Command Create()
    {
        var documents = new Command("documents", "List the stored documents with their identifiers.");
        documents.SetAction(async (parsed, cancellationToken) =>
        {
            foreach (var document in StoredDocument.Embedded())
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"{document.DocumentId}  {document.Consumer}/{document.File}");
            return 0;
        });
        return documents;
    }
}
