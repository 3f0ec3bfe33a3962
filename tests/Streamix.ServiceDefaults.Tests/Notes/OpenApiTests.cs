using System.Text.Json;

namespace Streamix.ServiceDefaults.Tests.Notes;

public sealed class OpenApiTests(NotesHost notes) : IClassFixture<NotesHost>
{
    [Fact]
    public async Task Document_EveryOperation_HasNameSummaryAndSecurity()
    {
        foreach (var operation in await OperationsAsync())
        {
            operation.GetProperty("operationId").GetString().ShouldNotBeNullOrEmpty();
            operation.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
            operation.GetProperty("security").GetArrayLength().ShouldBe(1);
        }
    }

    [Fact]
    public async Task Document_WriteNote_TellsItsProblemsAndHeaders()
    {
        var write = (await OperationsAsync()).Single(o => o.GetProperty("operationId").GetString() == "WriteNote");
        var responses = write.GetProperty("responses");
        foreach (var status in (string[])["201", "400", "401", "403", "409", "413", "415", "422", "429", "503"])
            responses.TryGetProperty(status, out _).ShouldBeTrue(status);
        responses.GetProperty("422").GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString()!.ShouldEndWith("/Problem");
        write.GetProperty("parameters").EnumerateArray().ShouldContain(p => p.GetProperty("name").GetString() == "Idempotency-Key");
    }

    [Fact]
    public async Task Document_RewriteNote_AsksForIfMatchAndAnswersETag()
    {
        var rewrite = (await OperationsAsync()).Single(o => o.GetProperty("operationId").GetString() == "RewriteNote");
        rewrite.GetProperty("parameters").EnumerateArray().ShouldContain(p => p.GetProperty("name").GetString() == "If-Match" && p.GetProperty("required").GetBoolean());
        rewrite.GetProperty("responses").GetProperty("200").GetProperty("headers").TryGetProperty("ETag", out _).ShouldBeTrue();
        rewrite.GetProperty("responses").TryGetProperty("412", out _).ShouldBeTrue();
        rewrite.GetProperty("responses").TryGetProperty("428", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Document_Schemas_HaveExamples()
    {
        var draft = (await DocumentAsync()).GetProperty("components").GetProperty("schemas").GetProperty("NoteDraft");
        draft.ToString().ShouldContain("Things to watch");
    }

    [Fact]
    public async Task Document_TextProperties_AreStringsAndNullOnlyWhereTheyMayBe()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");
        schemas.GetProperty("NoteView").GetProperty("properties").GetProperty("title").GetProperty("type").GetString().ShouldBe("string");
        var pages = schemas.EnumerateObject().Where(s => s.Name.StartsWith("PageOf", StringComparison.Ordinal)).ToList();
        pages.ShouldNotBeEmpty();
        foreach (var next in pages.Select(p => p.Value.GetProperty("properties").GetProperty("next")))
            next.GetProperty("type").EnumerateArray().Select(t => t.GetString()).ShouldBe(["null", "string"], ignoreOrder: true);
    }

    [Fact]
    public async Task Document_EveryParameter_HasTypeAndQueryIsCamelCase()
    {
        var parameters = (await OperationsAsync()).Where(o => o.TryGetProperty("parameters", out _)).SelectMany(o => o.GetProperty("parameters").EnumerateArray()).ToList();
        parameters.Where(p => !p.GetProperty("schema").TryGetProperty("type", out _)).ShouldBeEmpty();
        var query = parameters.Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!).ToList();
        query.ShouldContain("after");
        query.ShouldAllBe(name => char.IsAsciiLetterLower(name[0]));
    }

    private async Task<List<JsonElement>> OperationsAsync() =>
        [.. (await DocumentAsync()).GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value)];

    private async Task<JsonElement> DocumentAsync() => await NotesHost.JsonAsync(await notes.CreateClient().GetAsync("/openapi/v1.json"));
}
