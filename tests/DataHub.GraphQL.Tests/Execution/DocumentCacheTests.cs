using DataHub.GraphQL.Execution;

namespace DataHub.GraphQL.Tests.Execution;

public sealed class DocumentCacheTests
{
    private static GraphQLEngine Engine(int documents = 8, int characters = 1000) =>
        new TestHub("type Query { a: Int }", new EngineOptions { MaxCachedDocuments = documents, MaxCachedCharacters = characters }).Engine;

    [Fact]
    public void A_document_is_prepared_once()
    {
        var engine = Engine();
        Assert.Same(engine.Prepare("{ a }"), engine.Prepare("{ a }"));
        Assert.Same(engine.Prepare("{ b }"), engine.Prepare("{ b }"));
        Assert.NotEmpty(engine.Prepare("{ b }").Errors);
    }

    [Fact]
    public void A_flood_of_documents_that_come_once_does_not_drive_out_those_in_use()
    {
        var engine = Engine();
        engine.Prepare("{ a }");
        var used = engine.Prepare("{ a }");
        for (var i = 0; i < 100; i++) engine.Prepare($"{{ a{i}: a }}");
        Assert.Same(used, engine.Prepare("{ a }"));
        Assert.NotSame(engine.Prepare("{ a0: a }"), used);
    }

    [Fact]
    public void The_oldest_document_on_trial_goes_first()
    {
        var engine = Engine();
        var first = engine.Prepare("{ x: a }");
        engine.Prepare("{ y: a }");
        engine.Prepare("{ z: a }");
        Assert.NotSame(first, engine.Prepare("{ x: a }"));
    }

    [Fact]
    public void A_document_longer_than_the_room_is_not_kept()
    {
        var engine = Engine(characters: 100);
        var text = "{ a }" + new string(' ', 100);
        Assert.NotSame(engine.Prepare(text), engine.Prepare(text));
    }
}
