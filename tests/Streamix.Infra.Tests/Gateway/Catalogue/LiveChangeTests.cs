using System.Net;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Tests.Gateway.Fixtures;
using Streamix.Testing;

namespace Streamix.Infra.Tests.Gateway.Catalogue;

public sealed class LiveChangeTests
{
    [Fact]
    public async Task Change_NewRoute_IsServedWithoutRestart()
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address).Serves("test-words", backend.Address));
        (await gateway.Client.GetAsync("/api/v1/words/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await gateway.WriteRoutesAsync("""{ "cluster": "test", "services": { "words": { "routes": [ { "access": "anonymous" } ] } } }""");

        await Until.TrueAsync(async () => (await gateway.Client.GetAsync("/api/v1/words/1")).IsSuccessStatusCode, "the new route is served");
        (await gateway.Client.GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Change_BadFile_KeepsTheLastGoodAndTellsWhy()
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        var store = gateway.Get<CatalogueStore>();

        await gateway.WriteRoutesAsync("""{ "cluster": "test", "services": { "notes": { "retries": "many" } } }""");

        await Until.TrueAsync(() => store.Errors.Count > 0, "the error is told");
        (await gateway.Client.GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await gateway.WriteRoutesAsync(GatewaySpec.OpenNotes);
        await Until.TrueAsync(() => store.Errors.Count == 0, "the error is gone with its cause");
    }

    [Fact]
    public async Task Change_PolicyOfARoute_Counts()
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        (await gateway.Client.GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await gateway.WriteRoutesAsync("""{ "cluster": "test", "services": { "notes": {} } }""");

        await Until.TrueAsync(async () => (await gateway.Client.GetAsync("/api/v1/notes/1")).StatusCode == HttpStatusCode.Unauthorized, "a session is asked for");
    }

    [Fact]
    public async Task Change_Configuration_AddsACluster()
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address).Serves("more-words", backend.Address)
            .With("Gateway:Routes:0:cluster", "more").With("Gateway:Routes:0:services:words:routes:0:access", "anonymous"));
        (await gateway.Client.GetAsync("/api/v1/words/1")).StatusCode.ShouldBe(HttpStatusCode.OK);

        gateway.Settings.Change("Gateway:Routes:0:services:words:routes:0:access", "role:admin");

        await Until.TrueAsync(async () => (await gateway.Client.GetAsync("/api/v1/words/1")).StatusCode == HttpStatusCode.Unauthorized, "the change is in force");
    }

    [Fact]
    public async Task Change_Destination_IsFollowed()
    {
        await using var first = await TestBackend.StartAsync();
        await using var second = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", first.Address));
        (await gateway.Client.GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);

        gateway.Settings.Change("services:test-notes:http:0", second.Address);

        await Until.TrueAsync(async () => (await gateway.Client.GetAsync("/api/v1/notes/1")).IsSuccessStatusCode && !second.Requests.IsEmpty, "the new address is used");
    }

    [Fact]
    public async Task Start_BadCatalogue_FailsWithTheReason()
    {
        var start = await Should.ThrowAsync<InvalidOperationException>(() => GatewayHost.StartAsync(g => g.Routing("""{ "cluster": "test", "service": {} }""")));
        start.Message.ShouldContain("service");
    }
}
