using Microsoft.Extensions.Options;

namespace Streamix.Frontend.Pages.Policy;

/// <summary>The Content-Security-Policy of pages and of the service worker. Whatever is not named is refused.</summary>
internal sealed class ContentPolicy
{
    /// <summary>For answers that load nothing.</summary>
    public const string Nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private readonly string _beforeNonce;
    private readonly string _afterNonce;

    public ContentPolicy(IOptions<PagesOptions> options)
    {
        var media = Sources(options.Value.Origins.Media);
        var connected = Sources(options.Value.Origins.Media.Concat(options.Value.Origins.Uploads));
        _beforeNonce = "default-src 'none'; script-src 'nonce-";
        // Styles too: components insert a few rules of their own by the page's nonce.
        _afterNonce =
            $"img-src 'self' blob: data:{media}; media-src 'self' blob:{media}; font-src 'self'; connect-src 'self'{connected}; "
            + "worker-src 'self' blob:; manifest-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        Worker = $"default-src 'none'; script-src 'self'; connect-src 'self'{connected}; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    }

    public string Worker { get; }

    public string Page(string nonce) => $"{_beforeNonce}{nonce}' 'strict-dynamic'; style-src 'self' 'nonce-{nonce}'; {_afterNonce}";

    private static string Sources(IEnumerable<string> origins) =>
        string.Concat(origins.Where(origin => origin.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).Select(origin => $" {origin.ToLowerInvariant()}"));
}
