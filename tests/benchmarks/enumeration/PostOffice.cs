using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Privacy.Sealing;
using Streamix.Testing.Engines;

namespace Streamix.Benchmarks.Enumeration;

/// <summary>Serves the key to which mails are sealed. There is no bus, so they wait in the outboxes and none arrives.</summary>
internal sealed class PostOffice : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PostOffice(WebApplication app, string address) => (_app, Address) = (app, address);

    public string Address { get; }

    public static async Task<PostOffice> OpenAsync()
    {
        var address = $"http://127.0.0.1:{FreePorts.Take()}";
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["OTEL_SERVICE_NAME"] = "comms-email", ["Sealing:Secret"] = "only for this run, and long enough to be one" });
        builder.AddServiceDefaults();
        builder.AddSealedInbox();
        var app = builder.Build();
        app.UseServiceDefaults();
        await app.StartAsync();
        return new(app, address);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
