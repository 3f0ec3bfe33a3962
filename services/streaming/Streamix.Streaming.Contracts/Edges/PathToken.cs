using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Streamix.Streaming.Contracts.Edges;

/// <summary>
/// What opens a package at an edge: <c>/t/{token}/{prefix}…</c>. The token is base64url of the payload, a dot, and base64url of its HMAC-SHA-256.
/// The payload is <c>v1;key id;expiry;playback;prefix;renditions;address class</c>: seconds since 1970, renditions as <c>r=240p,480p</c> or <c>*</c>,
/// the class empty when any address will do.
/// </summary>
/// <param name="PlaybackId">Whose it is, and what a revocation names.</param>
/// <param name="Prefix">Of the package; see <see cref="IsPrefix"/>.</param>
/// <param name="Renditions">That may be fetched; none: all.</param>
/// <param name="ExpiresAt">UTC, whole seconds count.</param>
/// <param name="AddressClass">See <see cref="Edges.AddressClass"/>.</param>
public sealed partial record PathToken(Guid PlaybackId, string Prefix, IReadOnlyList<string> Renditions, DateTimeOffset ExpiresAt, string AddressClass = "")
{
    /// <summary>The token, signed.</summary>
    public string Write(PathKey key)
    {
        var payload = Payload(key.Id);
        return $"{Base64Url.EncodeToString(Encoding.ASCII.GetBytes(payload))}.{key.Sign(payload)}";
    }

    /// <summary>The text that is signed.</summary>
    public string Payload(string keyId) => string.Create(CultureInfo.InvariantCulture,
        $"v1;{keyId};{ExpiresAt.ToUnixTimeSeconds()};{PlaybackId:D};{Prefix};{(Renditions.Count == 0 ? "*" : $"r={string.Join(',', Renditions)}")};{AddressClass}");

    /// <summary>Folders of plain names, ending in a slash: the same text in every decoding.</summary>
    public static bool IsPrefix(string text) => text.Length <= 200 && PrefixShape().IsMatch(text);

    /// <summary>The name of a rendition, as <c>480p</c>.</summary>
    public static bool IsRendition(string text) => RenditionShape().IsMatch(text);

    [GeneratedRegex(@"\A([A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*/)+\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PrefixShape();

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9_-]{0,31}\z", RegexOptions.CultureInvariant)]
    private static partial Regex RenditionShape();
}
