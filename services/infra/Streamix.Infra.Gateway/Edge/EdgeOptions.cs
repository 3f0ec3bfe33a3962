using System.Net;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>Section <c>Gateway:Edge</c>.</summary>
public sealed class EdgeOptions
{
    public const string Section = "Gateway:Edge";

    public int HeaderCount { get; set; } = 64;
    public int HeaderCharacters { get; set; } = 24 * 1024;
    public int TargetCharacters { get; set; } = 8 * 1024;

    /// <summary>Other origins whose pages may call with the user's cookies.</summary>
    public List<string> Origins { get; set; } = [];

    /// <summary>Networks (CIDR) of proxies whose X-Forwarded-For and -Proto are believed; an entry may hold several, separated by commas. None: nobody's.</summary>
    public List<string> TrustedProxies { get; set; } = [];

    /// <summary>
    /// Those of <see cref="TrustedProxies"/> that set <see cref="CountryHeader"/>, whatever the viewer has sent; it is believed when the one
    /// nearest to the viewer is among them. A load balancer passes a viewer's own header on: it is not. None: no country is believed.
    /// </summary>
    public List<string> CountryProxies { get; set; } = [];

    /// <summary>In which the viewer's country comes (ISO 3166-1 alpha-2). Services get it as <see cref="ViewerCountry.Header"/>.</summary>
    public string CountryHeader { get; set; } = "CloudFront-Viewer-Country";

    /// <summary>Networks that may ask for the gateway's own health and metrics.</summary>
    public List<string> Management { get; set; } = ["127.0.0.0/8", "::1/128", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"];

    /// <summary>Networks from which an admin may use the gateway's own endpoints; empty means any.</summary>
    public List<string> AdminNetworks { get; set; } = [];

    public string ApiPolicy { get; set; } = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    public string PagePolicy { get; set; } = "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; style-src 'self' 'unsafe-inline'; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'self'";
    public string TransportPolicy { get; set; } = "max-age=31536000; includeSubDomains";

    /// <exception cref="FormatException">An entry is no network.</exception>
    internal IEnumerable<IPNetwork> ProxyNetworks() => Networks(TrustedProxies);

    /// <exception cref="FormatException">An entry is no network.</exception>
    internal IEnumerable<IPNetwork> CountryNetworks() => Networks(CountryProxies);

    private static IEnumerable<IPNetwork> Networks(List<string> entries) =>
        entries.SelectMany(entry => entry.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(network => IPNetwork.Parse(network));
}
