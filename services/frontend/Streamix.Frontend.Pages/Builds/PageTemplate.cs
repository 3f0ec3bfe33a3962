using System.Text;

namespace Streamix.Frontend.Pages.Builds;

/// <summary>The app's index.html, in which each answer has a nonce of its own.</summary>
internal sealed class PageTemplate(string html)
{
    public const string Placeholder = "__CSP_NONCE__";

    private readonly string[] _parts = html.Split(Placeholder);

    public byte[] With(string nonce) => Encoding.UTF8.GetBytes(string.Join(nonce, _parts));
}
