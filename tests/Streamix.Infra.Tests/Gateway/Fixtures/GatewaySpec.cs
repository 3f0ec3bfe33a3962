using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Streamix.Infra.Tests.Gateway.Fixtures;

/// <summary>What a test changes about the gateway it starts.</summary>
internal sealed class GatewaySpec
{
    public const string OpenNotes = """{ "cluster": "test", "services": { "notes": { "routes": [ { "access": "anonymous" } ] } } }""";

    public string Routes { get; set; } = OpenNotes;

    public string Environment { get; set; } = Environments.Development;

    public Action<IServiceCollection>? Services { get; set; }

    public Dictionary<string, string?> Settings { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Auth:Jwks"] = TokenIssuer.Shared.Jwks,
        ["Gateway:Catalogue:Settle"] = "00:00:00.020",
        ["Gateway:Catalogue:Poll"] = "01:00:00",
        ["Gateway:Limits:Classes:default:User:Permits"] = "1000000",
        ["Shutdown:Drain"] = "00:00:00",
    };

    public GatewaySpec Serves(string resource, params IEnumerable<string> addresses)
    {
        var i = 0;
        foreach (var address in addresses)
        {
            Settings[$"services:{resource}:http:{i++}"] = address;
        }

        return this;
    }

    public GatewaySpec With(string key, string? value)
    {
        if (value is null)
        {
            Settings.Remove(key);
        }
        else
        {
            Settings[key] = value;
        }

        return this;
    }

    public GatewaySpec WithRedis(string connection, string prefix) =>
        With("ConnectionStrings:cache", connection).With("Gateway:Limits:Prefix", prefix);

    public GatewaySpec Routing(string json)
    {
        Routes = json;
        return this;
    }

    /// <summary>One service, <c>test-notes</c>, with these members in its entry.</summary>
    public GatewaySpec Notes(string members) => Routing($$"""{ "cluster": "test", "services": { "notes": { {{members}} } } }""");
}
