using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Privacy.Sealing;

namespace Streamix.Auth.Tests.Identity.Hosting;

/// <summary>A service that others seal for: its published keys, and what opens envelopes.</summary>
internal sealed record TestInbox(string Keys, ISealer Sealer)
{
    private static readonly Lazy<Task<TestInbox>> Mails = new(() => StartAsync("comms-email", $"{Guid.NewGuid():n}{Guid.NewGuid():n}"));

    public static Task<TestInbox> CommsAsync() => Mails.Value;

    public static async Task<TestInbox> StartAsync(string service, string secret)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(TestInbox).Assembly.GetName().Name, EnvironmentName = "Testing" });
        builder.WebHost.UseTestServer();
        builder.WebHost.UseSetting("OTEL_SERVICE_NAME", service);
        builder.WebHost.UseSetting("Sealing:Secret", secret);
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults();
        builder.AddSealedInbox();
        var app = builder.Build();
        app.UseServiceDefaults();
        await app.StartAsync();
        using var client = app.GetTestClient();
        return new(await client.GetStringAsync("/.well-known/sealing-keys.json"), app.Services.GetRequiredService<ISealer>());
    }
}
