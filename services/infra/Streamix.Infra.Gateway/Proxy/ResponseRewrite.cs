using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Edge;
using Yarp.ReverseProxy.Transforms;

namespace Streamix.Infra.Gateway.Proxy;

/// <summary>What the gateway says about an answer stands above what the service said.</summary>
internal sealed class ResponseRewrite(SecurityHeaders security, bool pages, bool stripped) : ResponseTransform
{
    public override ValueTask ApplyAsync(ResponseTransformContext context)
    {
        if (context.ProxyResponse is not { } answer)
        {
            return default;
        }

        var http = context.HttpContext;
        var headers = http.Response.Headers;
        headers.Remove("Server");
        headers.Remove("X-Powered-By");
        if (stripped && headers.Location.ToString() is ['/', not '/', ..] location)
        {
            headers.Location = Planning.PublicPrefix + location;
        }

        headers[Correlation.Header] = EdgeCall.Of(http).CorrelationId;
        if (pages)
        {
            var own = answer.Headers.NonValidated.TryGetValues("Content-Security-Policy", out var values) ? values.ToString() : null;
            security.ApplyToPage(headers, http.Request.IsHttps, own);
        }
        else
        {
            security.Apply(headers, http.Request.IsHttps);
        }

        return default;
    }
}
