using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Streamix.Testing.Tokens;

namespace Streamix.ServiceDefaults.Tests.Host;

/// <summary>A service with our defaults and whatever endpoints a test needs, in memory or on a real socket.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _listening;

    private TestService(WebApplication app, TestTokens tokens, bool listening) => (_app, Tokens, _listening) = (app, tokens, listening);

    public TestTokens Tokens { get; }

    public IServiceProvider Services => _app.Services;

    public Uri Address => new(_app.Urls.First());

    public static Task<TestService> StartAsync(Action<WebApplication> map, params (string Key, string Value)[] settings) => StartAsync(_ => { }, map, settings: settings);

    public static async Task<TestService> StartAsync(
        Action<WebApplicationBuilder> build, Action<WebApplication> map, bool listen = false, TestTokens? tokens = null, params (string Key, string Value)[] settings)
    {
        tokens ??= new TestTokens();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(TestService).Assembly.GetName().Name, EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection([new("OTEL_SERVICE_NAME", "test"), new("Auth:Jwks", tokens.Jwks)]);
        builder.Configuration.AddInMemoryCollection(settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value)));
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults();
        build(builder);
        if (listen)
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        else
            builder.WebHost.UseTestServer();

        var app = builder.Build();
        app.UseServiceDefaults();
        map(app);
        await app.StartAsync();
        return new(app, tokens, listen);
    }

    /// <summary>Nobody in particular.</summary>
    public HttpClient Client() => _listening ? new HttpClient { BaseAddress = Address } : _app.GetTestClient();

    /// <summary>A signed-in user.</summary>
    public HttpClient User(Guid? account = null, params string[] roles) => Client().As(Tokens.User(account, roles));

    public Task StopAsync() => _app.StopAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
