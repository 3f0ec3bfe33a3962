using Microsoft.Extensions.Options;
using Streamix.Frontend.Pages.Builds;
using Streamix.Frontend.Pages.Policy;

namespace Streamix.Frontend.Pages.Serving;

/// <summary>What lies at an address: a file of the app, or its page, which finds out by itself what to show.</summary>
internal sealed class PageServer(BuildStore builds, ContentPolicy policy, IOptions<PagesOptions> options)
{
    /// <summary>The service worker, which must lie at the top of what it serves.</summary>
    public const string Worker = "sw.js";

    private readonly PathString _base = options.Value.Base.TrimEnd('/');

    public IResult Answer(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = ContentPolicy.Nothing;
        if (!context.Request.Path.StartsWithSegments(_base, StringComparison.Ordinal, out var below)) return TypedResults.NotFound();
        if (!below.HasValue) return TypedResults.LocalRedirect($"{_base}/{context.Request.QueryString}", permanent: true, preserveMethod: true);
        if (builds.Current is not { } build) return MissingBuild.Answer(context);
        var path = below.Value![1..];
        if (build.Assets.TryGetValue(path, out var asset)) return Asset(context, asset);
        return IsFile(path) ? Missing(context) : Page(context, build);
    }

    /// <summary>Addresses within the app have no endings.</summary>
    private static bool IsFile(string path) => path != "index.html" && (path.StartsWith("assets/", StringComparison.Ordinal) || Path.HasExtension(path));

    /// <summary>Nobody may remember that something was missing: the next build may have it.</summary>
    private static IResult Missing(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.NotFound();
    }

    private IResult Page(HttpContext context, Build build)
    {
        var nonce = Nonce.Create();
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy.Page(nonce);
        headers.CacheControl = Caching.Never;
        return TypedResults.Bytes(build.Page.With(nonce), "text/html; charset=utf-8");
    }

    private IResult Asset(HttpContext context, Asset asset)
    {
        var (form, encoding) = AcceptedEncoding.Choose(asset, context.Request);
        var headers = context.Response.Headers;
        headers.CacheControl = Caching.Of(asset.Path);
        if (asset.Path == Worker) headers.ContentSecurityPolicy = policy.Worker;
        if (asset.HasForms) headers.Vary = "Accept-Encoding";
        if (encoding is not null) headers.ContentEncoding = encoding;
        return TypedResults.Bytes(form.Content, asset.ContentType, enableRangeProcessing: true, lastModified: asset.Changed, entityTag: form.Tag);
    }
}
