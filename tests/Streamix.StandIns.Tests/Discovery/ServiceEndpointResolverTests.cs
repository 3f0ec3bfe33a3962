using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ServiceDiscovery;
using Microsoft.Extensions.Time.Testing;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Discovery;

public sealed class ServiceEndpointResolverTests
{
    [Fact]
    public async Task GetEndpoints_Configured_ListsAllReplicas()
    {
        await using var services = Services(Client.Configuration(("services:notes:http:0", "http://127.0.0.1:1"), ("services:notes:http:1", "http://127.0.0.1:2")));

        var source = await services.GetRequiredService<ServiceEndpointResolver>().GetEndpointsAsync("http://notes", default);

        source.Endpoints.Select(e => e.ToString()).ShouldBe(["http://127.0.0.1:1/", "http://127.0.0.1:2/"]);
        source.ChangeToken.HasChanged.ShouldBeFalse();
    }

    [Fact]
    public async Task GetEndpoints_ConfigurationReloads_TokenFiresAndNextAnswerIsNew()
    {
        var configuration = (IConfigurationRoot)Client.Configuration(("services:notes:http:0", "http://127.0.0.1:1"));
        await using var services = Services(configuration);
        var resolver = services.GetRequiredService<ServiceEndpointResolver>();
        var before = await resolver.GetEndpointsAsync("http://notes", default);

        configuration["services:notes:http:0"] = "http://127.0.0.1:9";
        configuration.Reload();

        before.ChangeToken.HasChanged.ShouldBeTrue();
        (await resolver.GetEndpointsAsync("http://notes", default)).Endpoints.Single().ToString().ShouldBe("http://127.0.0.1:9/");
    }

    [Fact]
    public async Task GetEndpoints_ServiceAppearsLater_IsFoundAfterReload()
    {
        var configuration = (IConfigurationRoot)Client.Configuration();
        await using var services = Services(configuration);
        var resolver = services.GetRequiredService<ServiceEndpointResolver>();
        (await resolver.GetEndpointsAsync("http://notes", default)).Endpoints.Single().EndPoint.ShouldBeOfType<DnsEndPoint>();

        configuration["services:notes:http:0"] = "http://127.0.0.1:9";
        configuration.Reload();

        (await resolver.GetEndpointsAsync("http://notes", default)).Endpoints.Single().ToString().ShouldBe("http://127.0.0.1:9/");
    }

    [Fact]
    public async Task GetEndpoints_NothingChanged_AsksTheProviderOnce()
    {
        var provider = new CountingProvider();
        await using var services = Services(provider, new FakeTimeProvider());
        var resolver = services.GetRequiredService<ServiceEndpointResolver>();

        await Parallel.ForAsync(0, 100, async (_, ct) => await resolver.GetEndpointsAsync("http://notes", ct));

        provider.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task GetEndpoints_ProviderDoesNotNotify_IsAskedAgainAfterTheRefreshPeriod()
    {
        var (provider, time) = (new CountingProvider(), new FakeTimeProvider());
        await using var services = Services(provider, time);
        var resolver = services.GetRequiredService<ServiceEndpointResolver>();
        var source = await resolver.GetEndpointsAsync("http://notes", default);

        time.Advance(TimeSpan.FromSeconds(59));
        source.ChangeToken.HasChanged.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        await resolver.GetEndpointsAsync("http://notes", default);

        provider.Asked.ShouldBe(2);
    }

    [Fact]
    public async Task GetEndpoints_ProviderFails_NextCallAsksAgain()
    {
        var provider = new CountingProvider { FailuresLeft = 1 };
        await using var services = Services(provider, new FakeTimeProvider());
        var resolver = services.GetRequiredService<ServiceEndpointResolver>();

        await Should.ThrowAsync<IOException>(async () => await resolver.GetEndpointsAsync("http://notes", default));

        (await resolver.GetEndpointsAsync("http://notes", default)).Endpoints.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("notes", "notes", null, "")]
    [InlineData("https+http://notes:80", "notes", null, "https,http")]
    [InlineData("http://_admin.notes.example", "notes.example", "admin", "http")]
    [InlineData("_admin.notes", "notes", "admin", "")]
    [InlineData("_notes", "_notes", null, "")]
    public void TryParse_Query_HasItsParts(string text, string service, string? endpoint, string schemes)
    {
        ServiceEndpointQuery.TryParse(text, out var query).ShouldBeTrue();

        (query!.ServiceName, query.EndpointName, string.Join(',', query.IncludedSchemes), query.ToString()).ShouldBe((service, endpoint, schemes, text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("://")]
    [InlineData("http://")]
    public void TryParse_NoName_IsFalse(string text) => ServiceEndpointQuery.TryParse(text, out _).ShouldBeFalse();

    private static ServiceProvider Services(IConfiguration configuration) =>
        new ServiceCollection().AddSingleton(configuration).AddServiceDiscovery().BuildServiceProvider();

    private static ServiceProvider Services(CountingProvider provider, TimeProvider time) =>
        new ServiceCollection().AddSingleton(time).AddServiceDiscoveryCore().AddSingleton<IServiceEndpointProviderFactory>(provider).BuildServiceProvider();

    private sealed class CountingProvider : IServiceEndpointProviderFactory, IServiceEndpointProvider
    {
        public int Asked { get; private set; }

        public int FailuresLeft { get; set; }

        public bool TryCreateProvider(ServiceEndpointQuery query, out IServiceEndpointProvider provider)
        {
            provider = this;
            return true;
        }

        public ValueTask PopulateAsync(IServiceEndpointBuilder endpoints, CancellationToken cancellationToken)
        {
            Asked++;
            if (FailuresLeft-- > 0)
                throw new IOException("not now");
            endpoints.Endpoints.Add(ServiceEndpoint.Create(new IPEndPoint(IPAddress.Loopback, Asked)));
            return default;
        }

        public ValueTask DisposeAsync() => default;
    }
}
