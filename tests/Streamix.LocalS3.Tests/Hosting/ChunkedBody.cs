using System.Text;

namespace Streamix.LocalS3.Tests.Hosting;

/// <summary>An aws-chunked body, signed or not, with or without a trailer.</summary>
internal sealed class ChunkedBody(Signer signer, string seed)
{
    private static readonly string Empty = Signer.Sha256([]);
    private readonly MemoryStream body = new();
    private string previous = seed;

    public byte[] Bytes => body.ToArray();

    public ChunkedBody SignedChunk(byte[] data, bool forge = false)
    {
        previous = Sign("AWS4-HMAC-SHA256-PAYLOAD", $"{Empty}\n{Signer.Sha256(data)}");
        var signature = forge ? new string('0', 64) : previous;
        return Text($"{data.Length:x};chunk-signature={signature}\r\n").Data(data);
    }

    public ChunkedBody Chunk(byte[] data) => Text($"{data.Length:x}\r\n").Data(data);

    public ChunkedBody Trailer(string name, string value) => Text($"{name}:{value}\r\n");

    public ChunkedBody SignedTrailer(string name, string value, bool forge = false)
    {
        var signature = Sign("AWS4-HMAC-SHA256-TRAILER", Signer.Sha256(Encoding.UTF8.GetBytes($"{name}:{value}\n")));
        return Trailer(name, value).Text($"x-amz-trailer-signature:{(forge ? new string('f', 64) : signature)}\r\n");
    }

    public ChunkedBody End() => Text("\r\n");

    public ChunkedBody Text(string text)
    {
        body.Write(Encoding.ASCII.GetBytes(text));
        return this;
    }

    // The last, empty chunk has no line end of its own: trailers or the end follow at once.
    private ChunkedBody Data(byte[] data)
    {
        body.Write(data);
        return data.Length > 0 ? Text("\r\n") : this;
    }

    private string Sign(string kind, string hashes) =>
        Signer.Hex(Signer.Hmac(signer.Key, $"{kind}\n{signer.Timestamp}\n{signer.Scope}\n{previous}\n{hashes}"));
}
