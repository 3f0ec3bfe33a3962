using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Streamix.Infra.Gateway.Direct;

/// <summary>Names of an answer's headers: the usual ones are not made anew, some end here, some are the gateway's to say.</summary>
internal static class AnswerHeaders
{
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    private static readonly FrozenSet<string> LeftOut = FrozenSet.ToFrozenSet(
        [
            "Keep-Alive", "Proxy-Connection", "Proxy-Authenticate", "Trailer", "Upgrade", "Date", "Server", "X-Powered-By", "X-Correlation-Id",
            "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy", "Strict-Transport-Security",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known = FrozenSet.ToFrozenSet(
        [
            .. LeftOut, "Content-Length", "Transfer-Encoding", "Connection", "Content-Type", "Content-Encoding", "Content-Language", "Content-Disposition", "Content-Range",
            "Cache-Control", "ETag", "Last-Modified", "Expires", "Vary", "Location", "Set-Cookie", "Accept-Ranges", "Age", "Allow", "Link", "Retry-After", "WWW-Authenticate",
        ],
        StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsName(ReadOnlySpan<byte> name) => !name.ContainsAnyExcept(NameBytes);

    public static bool IsLeftOut(string name) => LeftOut.Contains(name);

    public static string Name(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 64)
        {
            return Encoding.ASCII.GetString(bytes);
        }

        Span<char> chars = stackalloc char[64];
        var name = chars[..Encoding.ASCII.GetChars(bytes, chars)];
        return Known.TryGetValue(name, out var known) ? known : new string(name);
    }
}
