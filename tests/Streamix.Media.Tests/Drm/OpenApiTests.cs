using System.Text.Json;
using Streamix.Media.Tests.Drm.Hosting;

namespace Streamix.Media.Tests.Drm;

public sealed class OpenApiTests(DrmHost host) : IClassFixture<DrmHost>
{
    [Fact]
    public async Task Document_OfTheService_ShowsEachRouteWithExamples()
    {
        var document = await (await host.CreateClient().GetAsync("/openapi/v1.json")).ShouldBeAsync(200);
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject().Select(o => (Path: p.Name, Operation: o.Value)))
            .Where(o => o.Path.StartsWith("/drm", StringComparison.Ordinal)).ToArray();
        operations.Length.ShouldBe(12);
        operations.ShouldAllBe(o => o.Operation.GetProperty("summary").GetString()!.Length > 0);
        var schemas = document.GetProperty("components").GetProperty("schemas");
        foreach (var name in (string[])["ClearKeyRequest", "PolicyDraft", "TermsDraft", "ExportDraft"])
            schemas.GetProperty(name).GetProperty("properties").EnumerateObject().Where(p => !p.Value.TryGetProperty("examples", out _)).Select(p => $"{name}.{p.Name}").ShouldBeEmpty();
        var licence = document.GetProperty("paths").GetProperty("/drm/clearkey").GetProperty("post");
        licence.TryGetProperty("security", out _).ShouldBeFalse();
        licence.GetProperty("responses").EnumerateObject().Select(r => r.Name).ShouldBe(["200", "400", "401", "403", "404", "413", "415", "422", "429", "503"], ignoreOrder: true);
    }

    [Fact]
    public async Task Documents_OfTheService_TellNoInternals() =>
        (await host.CreateClient().GetStringAsync("/openapi/v1.json")).ShouldNotContain("wrapped\"", Case.Insensitive);
}
