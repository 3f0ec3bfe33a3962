using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>
/// An <c>Idempotency-Key</c> and what was asked under it. Uploads keep it themselves: the usual record would store signed addresses
/// and give them again when they are over.
/// </summary>
internal sealed record RequestKey(byte[] Key, byte[] Fingerprint)
{
    public const string Header = "Idempotency-Key";
    private const int Longest = 255;

    /// <summary>Null without a key.</summary>
    /// <exception cref="ProblemException">400: not a key.</exception>
    public static RequestKey? Of(Caller caller, string? key, UploadDraft draft)
    {
        if (key is null)
            return null;
        if (key.Length is 0 or > Longest || key.AsSpan().ContainsAnyExceptInRange('!', '~'))
            throw ProblemException.BadRequest(Header, "must be one value of 1 to 255 visible characters");
        return new(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Name}\n{key}")), SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(draft, JsonDefaults.Options)));
    }
}
