using Microsoft.Extensions.Options;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>What browsers are told about every answer.</summary>
internal sealed class SecurityHeaders(IOptionsMonitor<EdgeOptions> options)
{
    public void Apply(IHeaderDictionary headers, bool secure)
    {
        headers.ContentSecurityPolicy = options.CurrentValue.ApiPolicy;
        Common(headers, secure);
    }

    /// <summary>Pages know best what they load; ours is for those that say nothing.</summary>
    public void ApplyToPage(IHeaderDictionary headers, bool secure, string? own)
    {
        headers.ContentSecurityPolicy = own ?? options.CurrentValue.PagePolicy;
        Common(headers, secure);
    }

    private void Common(IHeaderDictionary headers, bool secure)
    {
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (secure)
        {
            headers.StrictTransportSecurity = options.CurrentValue.TransportPolicy;
        }
    }
}
