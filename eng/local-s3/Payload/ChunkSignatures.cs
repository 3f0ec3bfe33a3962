using System.Security.Cryptography;
using System.Text;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Signing;

namespace Streamix.LocalS3.Payload;

/// <summary>The chain of signatures over the chunks: each signs the one before and its own data.</summary>
internal sealed class ChunkSignatures(RequestSignature request) : IDisposable
{
    private static readonly string EmptyHash = Convert.ToHexStringLower(SHA256.HashData([]));
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string previous = request.Seed;

    public void Append(ReadOnlySpan<byte> data) => hash.AppendData(data);

    public void EndChunk(string given)
    {
        var data = Convert.ToHexStringLower(hash.GetHashAndReset());
        previous = Check("AWS4-HMAC-SHA256-PAYLOAD", $"{EmptyHash}\n{data}", given);
    }

    public void EndTrailers(string trailers, string given)
    {
        var data = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(trailers)));
        previous = Check("AWS4-HMAC-SHA256-TRAILER", data, given);
    }

    public void Dispose() => hash.Dispose();

    private string Check(string kind, string data, string given)
    {
        var expected = SigningKey.Sign(request.Key, $"{kind}\n{request.Timestamp}\n{request.Scope}\n{previous}\n{data}");
        return SigningKey.Same(expected, given) ? expected : throw AccessError.WrongSignature("");
    }
}
