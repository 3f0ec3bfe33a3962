using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;
using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Privacy.Sealing;

namespace Streamix.Users.Tests.Account;

/// <summary>A service that others seal for: its public keys, and its private one to look into envelopes.</summary>
internal sealed class SealedRecipient
{
    private static readonly Lazy<Task<SealedRecipient>> Auth = new(() => StartAsync("auth-identity"));
    private static readonly Lazy<Task<SealedRecipient>> Comms = new(() => StartAsync("comms-email"));
    private readonly ISealer _sealer;

    private SealedRecipient(ISealer sealer, string keys) => (_sealer, Keys) = (sealer, keys);

    public static Task<SealedRecipient> Identity => Auth.Value;

    public static Task<SealedRecipient> Email => Comms.Value;

    public string Keys { get; }

    public byte[] Open(string envelope) => _sealer.Open(envelope);

    private static async Task<SealedRecipient> StartAsync(string name)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(SealedRecipient).Assembly.GetName().Name, EnvironmentName = "Testing" });
        builder.Configuration.AddInMemoryCollection([new("OTEL_SERVICE_NAME", name), new("Sealing:Secret", $"the secret of {name} in these tests only"), new("Auth:Jwks", """{"keys":[]}""")]);
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults();
        builder.AddSealedInbox();
        builder.WebHost.UseTestServer();
        var app = builder.Build();
        app.UseServiceDefaults();
        await app.StartAsync();
        return new(app.Services.GetRequiredService<ISealer>(), await app.GetTestClient().GetStringAsync("/.well-known/sealing-keys.json"));
    }
}
