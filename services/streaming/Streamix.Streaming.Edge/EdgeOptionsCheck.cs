using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.Edge;

/// <summary>What would fail later fails at the start. What goes into nginx's configuration cannot be mistaken there for anything else.</summary>
internal sealed partial class EdgeOptionsCheck : IValidateOptions<EdgeOptions>, IValidateOptions<PathKeyOptions>
{
    public ValidateOptionsResult Validate(string? name, EdgeOptions options)
    {
        List<string> wrong = [];
        Demand(IsPath(options.Data), "Edge:Data must be an absolute path of letters, digits and ./_-");
        Demand(IPAddress.TryParse(options.Listen, out _), "Edge:Listen must be an IP address.");
        Demand(options.Port is > 0 and <= IPEndPoint.MaxPort, "Edge:Port must be a port.");
        Demand(options.PublicAddress.Length == 0 || Uri.TryCreate(options.PublicAddress, UriKind.Absolute, out _), "Edge:PublicAddress must be absolute.");
        Demand(options.Certificate.Length > 0 == options.CertificateKey.Length > 0, "Edge:Certificate and Edge:CertificateKey go together.");
        foreach (var (path, key) in new[] { (options.Nginx, "Nginx"), (options.Module, "Module"), (options.Certificate, "Certificate"), (options.CertificateKey, "CertificateKey") })
            Demand(path.Length == 0 || IsPath(path), $"Edge:{key} must be an absolute path of letters, digits and ./_-");
        Demand(options.TrustedProxies.TrueForAll(p => IPNetwork.TryParse(p, out _) || IPAddress.TryParse(p, out _)), "Edge:TrustedProxies must be networks.");
        Demand(options is { Capacity: > 0, Cost: > 0, CacheBytes: >= 1024 * 1024, IndexMegabytes: > 0, LogBytes: > 0, Workers: > 0, Connections: > 0 },
            "Edge: capacity, cost, cache, log, workers and connections must be positive.");
        Demand(options.Fresh >= TimeSpan.FromSeconds(1) && options.CacheInactive >= TimeSpan.FromSeconds(1), "Edge:Fresh and Edge:CacheInactive are a second or more.");
        return Result(wrong);

        void Demand(bool holds, string message)
        {
            if (!holds)
                wrong.Add(message);
        }
    }

    public ValidateOptionsResult Validate(string? name, PathKeyOptions options) =>
        Result(options.Keys.Count > 0 && options.All.All(secret => secret.Length >= PathKey.ShortestSecret) ? [] : [$"Edges:Keys needs one secret or more of at least {PathKey.ShortestSecret} characters."]);

    private static ValidateOptionsResult Result(List<string> wrong) => wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

    private static bool IsPath(string text) => PathShape().IsMatch(text);

    [GeneratedRegex(@"\A(/[A-Za-z0-9._-]+)+/?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PathShape();
}
