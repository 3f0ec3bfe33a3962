using System.Globalization;

namespace Aspire.Hosting;

/// <summary>A URL to listen on; the host may be * or +.</summary>
internal sealed record BindingAddress(string Scheme, string Host, int Port)
{
    public static BindingAddress Parse(string url)
    {
        var schemeEnd = url.IndexOf("://", StringComparison.Ordinal);
        if (schemeEnd < 0)
            throw new FormatException($"Invalid url: '{url}'");
        var scheme = url[..schemeEnd];
        var authority = url[(schemeEnd + 3)..].Split('/')[0];
        var colon = authority.LastIndexOf(':');
        var hasPort = colon > authority.LastIndexOf(']');
        return new(
            scheme,
            hasPort ? authority[..colon] : authority,
            hasPort ? int.Parse(authority.AsSpan(colon + 1), CultureInfo.InvariantCulture) : scheme == "https" ? 443 : 80);
    }
}
