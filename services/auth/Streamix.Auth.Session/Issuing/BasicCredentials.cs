using System.Text;

namespace Streamix.Auth.Session.Issuing;

/// <summary>A client's name and secret in HTTP Basic, each form-encoded first (RFC 6749, 2.3.1).</summary>
internal sealed record BasicCredentials(string Client, string Secret)
{
    private const int Longest = 2048;

    public static BasicCredentials? Read(HttpRequest request)
    {
        if (request.Headers.Authorization is not [{ Length: > 6 and < Longest } header] || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), bytes, out var written))
            return null;
        var text = Encoding.UTF8.GetString(bytes, 0, written);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? null : new(Uri.UnescapeDataString(text[..colon]), Uri.UnescapeDataString(text[(colon + 1)..]));
    }
}
