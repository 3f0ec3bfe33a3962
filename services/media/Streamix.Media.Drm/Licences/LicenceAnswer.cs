using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Streamix.Media.Drm.Keys;

namespace Streamix.Media.Drm.Licences;

/// <summary>A licence of Clear Key (W3C Encrypted Media Extensions, 9.1.4): a JSON Web Key set. It passes through memory that is overwritten afterwards, and is stored nowhere.</summary>
internal sealed class LicenceAnswer(Issue issue, string type) : IResult, IStatusCodeHttpResult
{
    public const string Expires = "Licence-Expires";
    private const int PerKey = 128;
    private const int Around = 64;

    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using (issue)
        {
            var buffer = GC.AllocateArray<byte>(Around + PerKey * issue.Keys.Count, pinned: true);
            try
            {
                var length = Write(buffer);
                var response = httpContext.Response;
                KeyHeaders.Write(response, issue.ExpiresAt);
                response.ContentType = "application/json";
                response.ContentLength = length;
                await response.Body.WriteAsync(buffer.AsMemory(0, length), httpContext.RequestAborted);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(buffer);
            }
        }
    }

    /// <summary>By hand, as a writer of JSON would keep copies. Nothing in it needs escaping.</summary>
    private int Write(Span<byte> buffer)
    {
        var rest = Put(buffer, """{"keys":["""u8);
        for (var i = 0; i < issue.Keys.Count; i++)
        {
            var (id, key) = issue.Keys[i];
            rest = Put(rest, i == 0 ? """{"kty":"oct","k":"""u8 : """,{"kty":"oct","k":"""u8);
            rest = Put(rest, "\""u8);
            rest = rest[Base64Url.EncodeToUtf8(key.AsSpan(), rest)..];
            rest = Put(rest, "\",\"kid\":\""u8);
            rest = rest[Base64Url.EncodeToUtf8(KeyId.Bytes(id), rest)..];
            rest = Put(rest, "\"}"u8);
        }

        rest = Put(rest, type == LicenceRequest.Persistent ? """],"type":"persistent-license"}"""u8 : """],"type":"temporary"}"""u8);
        return buffer.Length - rest.Length;
    }

    private static Span<byte> Put(Span<byte> buffer, ReadOnlySpan<byte> text)
    {
        text.CopyTo(buffer);
        return buffer[text.Length..];
    }
}

/// <summary>What every answer with a key says.</summary>
internal static class KeyHeaders
{
    public static void Write(HttpResponse response, DateTimeOffset expiresAt)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers[LicenceAnswer.Expires] = expiresAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
    }
}
