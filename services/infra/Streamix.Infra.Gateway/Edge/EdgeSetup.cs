using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Streamix.Infra.Gateway.Edge;

internal static class EdgeSetup
{
    public static void AddEdge(this IServiceCollection services)
    {
        services.AddOptions<EdgeOptions>().BindConfiguration(EdgeOptions.Section);
        services.AddSingleton<SecurityHeaders>();
        services.AddSingleton<OriginCheck>();
        services.AddSingleton<ManagementAddresses>();
        services.AddSingleton<CountryTellers>();
        services.AddCors();
        services.AddSingleton<ICorsPolicyProvider, OriginPolicy>();
        services.AddCompression();
        services.AddOptions<ForwardedHeadersOptions>().PostConfigure<IOptions<EdgeOptions>>(Trust);
        services.AddOptions<KestrelServerOptions>().Configure(RaiseHardLimits);
    }

    /// <summary>Before <see cref="UseTrustedProxies"/>, which takes away who the proxies are.</summary>
    public static void UseViewerCountry(this WebApplication app)
    {
        var tellers = app.Services.GetRequiredService<CountryTellers>();
        if (!tellers.Any)
        {
            return;
        }

        app.Use((context, next) =>
        {
            if (tellers.Read(context) is { } country)
            {
                context.Features.Set(country);
            }

            return next(context);
        });
    }

    /// <summary>The remote address of a trusted proxy gives way to the one it vouches for.</summary>
    public static void UseTrustedProxies(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<EdgeOptions>>().Value.ProxyNetworks().Any())
        {
            app.UseForwardedHeaders();
        }
    }

    private static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "image/svg+xml", "application/vnd.apple.mpegurl", "application/dash+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.AddSingleton<IResponseCompressionProvider, TextCompression>();
    }

    /// <summary>
    /// The last word on these options: with ASPNETCORE_FORWARDEDHEADERS_ENABLED the host adds the middleware by itself and takes an empty list
    /// of networks for everybody. The host name is not believed, as neither a load balancer nor CloudFront takes a client's X-Forwarded-Host away.
    /// </summary>
    private static void Trust(ForwardedHeadersOptions forwarded, IOptions<EdgeOptions> edge)
    {
        forwarded.ForwardLimit = null;
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var network in edge.Value.ProxyNetworks())
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        forwarded.ForwardedHeaders = forwarded.KnownIPNetworks.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
    }

    /// <summary>Above our own limits, which answer with a problem; what exceeds these too gets Kestrel's bare refusal.</summary>
    private static void RaiseHardLimits(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.ResponseHeaderEncodingSelector = _ => Encoding.Latin1;
        kestrel.Limits.MaxRequestHeaderCount = 2000;
        kestrel.Limits.MaxRequestHeadersTotalSize = 96 * 1024;
        kestrel.Limits.MaxRequestLineSize = 32 * 1024;
        kestrel.Limits.MaxRequestBufferSize = 1024 * 1024;
    }
}
