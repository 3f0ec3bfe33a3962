using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ServiceDiscovery;
using Microsoft.Extensions.ServiceDiscovery.Http;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Discovery;

public sealed class HttpClientDiscoveryTests
{
    [Fact]
    public async Task Get_TwoReplicas_TakesTurns()
    {
        await using var client = Client.With(("services:notes:http:0", "http://127.0.0.1:5001"), ("services:notes:http:1", "http://127.0.0.1:5002"));

        var sent = await client.GetAsync("http://notes/all?page=2", times: 4);

        sent.ShouldBe(["http://127.0.0.1:5001/all?page=2", "http://127.0.0.1:5002/all?page=2", "http://127.0.0.1:5001/all?page=2", "http://127.0.0.1:5002/all?page=2"]);
    }

    [Fact]
    public async Task Get_ThousandParallelCallsOverThreeReplicas_SpreadsEvenly()
    {
        var replicas = Enumerable.Range(0, 3).Select(i => ($"services:notes:http:{i}", $"http://127.0.0.1:{5000 + i}"));
        await using var services = new ServiceCollection().AddSingleton(Client.Configuration([.. replicas])).AddServiceDiscovery().BuildServiceProvider();
        var counter = new PortCounter();
        using var invoker = new HttpMessageInvoker(services.GetRequiredService<IServiceDiscoveryHttpMessageHandlerFactory>().CreateHandler(counter));

        await Parallel.ForAsync(0, 900, async (_, ct) => (await invoker.SendAsync(new(HttpMethod.Get, "http://notes/"), ct)).Dispose());

        counter.Ports.Values.ShouldBe([300, 300, 300]);
    }

    [Theory]
    [InlineData("https+http://notes/", "https://127.0.0.1:7001/")]
    [InlineData("http+https://notes/", "http://127.0.0.1:5001/")]
    [InlineData("http://notes/", "http://127.0.0.1:5001/")]
    [InlineData("https://NOTES/", "https://127.0.0.1:7001/")]
    public async Task Get_BothSchemesConfigured_TakesTheFirstWanted(string uri, string expected)
    {
        await using var client = Client.With(("services:notes:http:0", "http://127.0.0.1:5001"), ("services:notes:https:0", "https://127.0.0.1:7001"));

        (await client.GetAsync(uri)).ShouldBe([expected]);
    }

    [Fact]
    public async Task Get_OnlyHttpConfigured_FallsBackFromHttps()
    {
        await using var client = Client.With(("services:notes:http:0", "http://127.0.0.1:5001"));

        (await client.GetAsync("https+http://notes/a")).ShouldBe(["http://127.0.0.1:5001/a"]);
    }

    [Fact]
    public async Task Get_DefaultEndpointWithMixedSchemes_KeepsTheBestOnly()
    {
        await using var client = Client.With(("services:notes:default:0", "http://127.0.0.1:5001"), ("services:notes:default:1", "https://127.0.0.1:7001"));

        (await client.GetAsync("https+http://notes/", times: 2)).ShouldBe(["https://127.0.0.1:7001/", "https://127.0.0.1:7001/"]);
    }

    [Fact]
    public async Task Get_NamedEndpoint_ReadsItsOwnSection()
    {
        await using var client = Client.With(("services:notes:http:0", "http://127.0.0.1:5001"), ("services:notes:admin:0", "http://127.0.0.1:9001/base"));

        (await client.GetAsync("https+http://_admin.notes/x")).ShouldBe(["http://127.0.0.1:9001/base/x"]);
    }

    [Theory]
    [InlineData("http://elsewhere.example:8080/a", "http://elsewhere.example:8080/a")]
    [InlineData("https+http://elsewhere/a", "https://elsewhere/a")]
    [InlineData("http://10.0.0.1/a", "http://10.0.0.1/a")]
    [InlineData("http://_admin.elsewhere:81/a", "http://elsewhere:81/a")]
    public async Task Get_NotConfigured_PassesThrough(string uri, string expected)
    {
        await using var client = Client.With();

        (await client.GetAsync(uri)).ShouldBe([expected]);
    }

    [Fact]
    public async Task Get_ValueWithoutScheme_KeepsTheRequestsScheme()
    {
        await using var client = Client.With(("services:notes:http:0", "10.1.2.3:5001"));

        (await client.GetAsync("http://notes/a")).ShouldBe(["http://10.1.2.3:5001/a"]);
    }

    [Fact]
    public async Task Get_NoProviderAtAll_SaysSo()
    {
        await using var client = Client.With(Client.Configuration(), services => services.AddServiceDiscoveryCore());

        var error = await Should.ThrowAsync<InvalidOperationException>(() => client.GetAsync("http://notes/"));

        error.Message.ShouldContain("http://notes");
    }

    [Fact]
    public async Task Get_SchemeNotAllowed_IsRefused()
    {
        await using var client = Client.With(Client.Configuration(), services => services.AddServiceDiscovery(o =>
        {
            o.AllowAllSchemes = false;
            o.AllowedSchemes = ["https"];
        }));

        await Should.ThrowAsync<InvalidOperationException>(() => client.GetAsync("http+https://notes/"));
    }

    [Fact]
    public async Task Get_HostNameMetadata_SendsTheServicesNameAsHost()
    {
        var configuration = Client.Configuration(("services:notes:http:0", "http://127.0.0.1:5001"));
        await using var client = Client.With(configuration, services => services.AddServiceDiscovery()
            .Configure<ConfigurationServiceEndpointProviderOptions>(o => o.ShouldApplyHostNameMetadata = _ => true));

        await client.GetAsync("http://notes/");

        client.Sent.ShouldBe([(new Uri("http://127.0.0.1:5001/"), "notes")]);
    }

    [Fact]
    public async Task Get_Afterwards_TheRequestHasItsOwnUriAgain()
    {
        await using var services = new ServiceCollection().AddSingleton(Client.Configuration(("services:notes:http:0", "http://127.0.0.1:5001")))
            .AddServiceDiscovery().BuildServiceProvider();
        using var invoker = new HttpMessageInvoker(services.GetRequiredService<IServiceDiscoveryHttpMessageHandlerFactory>().CreateHandler(new PortCounter()));
        using var request = new HttpRequestMessage(HttpMethod.Get, "https+http://notes/a");

        (await invoker.SendAsync(request, default)).Dispose();

        request.RequestUri.ShouldBe(new Uri("https+http://notes/a"));
    }

    [Fact]
    public async Task Get_ValueIsNoAddress_SaysWhichKey()
    {
        await using var client = Client.With(("services:notes:http:0", "http://"));

        var error = await Should.ThrowAsync<KeyNotFoundException>(() => client.GetAsync("http://notes/"));

        error.Message.ShouldContain("services:notes:http:0", Case.Insensitive);
    }
}
