using System.Globalization;
using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Payload;

public sealed class ChunkedPayloadTests : S3Test
{
    private const string Signed = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private const string SignedTrailer = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER";
    private const string Unsigned = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";
    private static readonly byte[] First = Bytes.Random(70_000), Second = Bytes.Random(10, 2);
    private static readonly byte[] Whole = [.. First, .. Second];
    private static readonly string Crc = Convert.ToBase64String(RunningChecksum.Of(ChecksumAlgorithm.Crc32, Whole));

    [Fact]
    public async Task Put_SignedChunks_StoresThem()
    {
        var answer = await SendAsync(Signed, b => b.SignedChunk(First).SignedChunk(Second).SignedChunk([]).End());
        answer.Status.ShouldBe(200);
        (await StoredAsync()).ShouldBeBytes(Whole);
    }

    [Fact]
    public async Task Put_SignedChunksAndTrailer_StoresThem()
    {
        var answer = await SendAsync(SignedTrailer, b => b.SignedChunk(First).SignedChunk(Second).SignedChunk([]).SignedTrailer("x-amz-checksum-crc32", Crc).End());
        answer.Headers["x-amz-checksum-crc32"].ShouldBe(Crc);
        (await StoredAsync()).ShouldBeBytes(Whole);
    }

    [Theory]
    [InlineData("crc32")]
    [InlineData("crc32c")]
    [InlineData("crc64nvme")]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task Put_UnsignedChunksWithChecksum_StoresThem(string algorithm)
    {
        var name = "x-amz-checksum-" + algorithm;
        var value = Convert.ToBase64String(RunningChecksum.Of(ChecksumNames.OfHeader(name)!.Value, Whole));
        var answer = await SendAsync(Unsigned, b => b.Chunk(First).Chunk(Second).Chunk([]).Trailer(name, value).End(), name);
        answer.Headers[name].ShouldBe(value);
        (await StoredAsync()).ShouldBeBytes(Whole);
    }

    [Theory]
    [InlineData("crc32")]
    [InlineData("crc32c")]
    [InlineData("crc64nvme")]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task Put_TrailerOfOtherBytes_BadDigest(string algorithm)
    {
        var name = "x-amz-checksum-" + algorithm;
        var wrong = Convert.ToBase64String(RunningChecksum.Of(ChecksumNames.OfHeader(name)!.Value, First));
        await RefusesAsync(Unsigned, b => b.Chunk(First).Chunk(Second).Chunk([]).Trailer(name, wrong).End(), "BadDigest", name);
    }

    [Fact]
    public async Task Put_ForgedChunkSignature_SignatureDoesNotMatch() =>
        await RefusesAsync(Signed, b => b.SignedChunk(First, forge: true).SignedChunk(Second).SignedChunk([]).End(), "SignatureDoesNotMatch");

    [Fact]
    public async Task Put_ForgedLastChunk_SignatureDoesNotMatch() =>
        await RefusesAsync(Signed, b => b.SignedChunk(First).SignedChunk(Second).SignedChunk([], forge: true).End(), "SignatureDoesNotMatch");

    [Fact]
    public async Task Put_ChunksWithoutSignature_SignatureDoesNotMatch() =>
        await RefusesAsync(Signed, b => b.Chunk(First).Chunk(Second).Chunk([]).End(), "SignatureDoesNotMatch");

    [Fact]
    public async Task Put_ChunksSwapped_SignatureDoesNotMatch()
    {
        var request = Request(Signed);
        var signer = new Signer();
        var seed = signer.Sign(request, Raw.Host, Signed);
        var ordered = new ChunkedBody(signer, seed).SignedChunk(Second).SignedChunk(First).SignedChunk([]).End();
        var replayed = new ChunkedBody(signer, seed).SignedChunk(First);
        request.Body = [.. replayed.Bytes, .. ordered.Bytes];
        (await Raw.SendUnsignedAsync(request)).Code.ShouldBe("SignatureDoesNotMatch");
    }

    [Fact]
    public async Task Put_ForgedTrailerSignature_SignatureDoesNotMatch() =>
        await RefusesAsync(SignedTrailer, b => b.SignedChunk(Whole).SignedChunk([]).SignedTrailer("x-amz-checksum-crc32", Crc, forge: true).End(), "SignatureDoesNotMatch");

    [Fact]
    public async Task Put_TrailerWithoutSignature_SignatureDoesNotMatch() =>
        await RefusesAsync(SignedTrailer, b => b.SignedChunk(Whole).SignedChunk([]).Trailer("x-amz-checksum-crc32", Crc).End(), "SignatureDoesNotMatch");

    [Fact]
    public async Task Put_AnnouncedTrailerMissing_MalformedTrailerError() =>
        await RefusesAsync(Unsigned, b => b.Chunk(Whole).Chunk([]).End(), "MalformedTrailerError");

    [Fact]
    public async Task Put_BodyShorterThanAnnounced_IncompleteBody() =>
        await RefusesAsync(Signed, b => b.SignedChunk(First).SignedChunk([]).End(), "IncompleteBody");

    [Fact]
    public async Task Put_CutInsideChunk_IncompleteBody() =>
        await RefusesAsync(Unsigned, b => b.Text($"{Whole.Length:x}\r\nabc"), "IncompleteBody");

    [Fact]
    public async Task Put_CutBeforeLastChunk_IncompleteBody() =>
        await RefusesAsync(Unsigned, b => b.Chunk(Whole), "IncompleteBody");

    [Theory]
    [InlineData("zz\r\n")]
    [InlineData("-5\r\n")]
    [InlineData("ffffffffffffffff\r\n")]
    [InlineData("\r\n")]
    public async Task Put_MalformedChunkHeader_InvalidRequest(string header) =>
        await RefusesAsync(Unsigned, b => b.Text(header), "InvalidRequest");

    [Fact]
    public async Task Put_EndlessChunkHeader_InvalidRequest() =>
        await RefusesAsync(Unsigned, b => b.Text(new string('a', 100_000)), "InvalidRequest");

    [Fact]
    public async Task Put_DataBehindLastChunk_InvalidRequest() =>
        await RefusesAsync(Unsigned, b => b.Chunk(Whole).Chunk([]).Trailer("x-amz-checksum-crc32", Crc).End().Text("more\r\n"), "InvalidRequest");

    [Fact]
    public async Task Put_WithoutDecodedLength_MissingContentLength()
    {
        var request = new RawRequest("PUT", $"/{Bucket}/k");
        (await Raw.SendAsync(request, contentHash: Signed)).Code.ShouldBe("MissingContentLength");
    }

    [Fact]
    public async Task Put_Chunked_ForgetsAwsChunkedEncoding()
    {
        var request = Request(Unsigned).With("Content-Encoding", "aws-chunked,gzip").With("x-amz-trailer", "x-amz-checksum-crc32");
        new Signer().Sign(request, Raw.Host, Unsigned);
        request.Body = new ChunkedBody(new Signer(), "").Chunk(Whole).Chunk([]).Trailer("x-amz-checksum-crc32", Crc).End().Bytes;
        (await Raw.SendUnsignedAsync(request)).Status.ShouldBe(200);
        (await Raw.SendAsync("HEAD", $"/{Bucket}/k")).Headers["Content-Encoding"].ShouldBe("gzip");
    }

    private async Task RefusesAsync(string hash, Func<ChunkedBody, ChunkedBody> build, string code, string trailer = "x-amz-checksum-crc32")
    {
        (await SendAsync(hash, build, trailer)).Code.ShouldBe(code);
        (await Raw.SendAsync("GET", $"/{Bucket}/k")).Code.ShouldBe("NoSuchKey");
    }

    private async Task<RawAnswer> SendAsync(string hash, Func<ChunkedBody, ChunkedBody> build, string trailer = "x-amz-checksum-crc32")
    {
        var request = Request(hash);
        if (hash != Signed)
            request.With("x-amz-trailer", trailer);
        var signer = new Signer();
        var seed = signer.Sign(request, Raw.Host, hash);
        request.Body = build(new ChunkedBody(signer, seed)).Bytes;
        return await Raw.SendUnsignedAsync(request);
    }

    private RawRequest Request(string hash) =>
        new RawRequest("PUT", $"/{Bucket}/k").With("x-amz-decoded-content-length", Whole.Length.ToString(CultureInfo.InvariantCulture))
            .With("Content-Encoding", "aws-chunked").With("x-amz-content-sha256", hash);

    private async Task<byte[]> StoredAsync()
    {
        using var response = await S3.GetObjectAsync(Bucket, "k");
        return await response.ResponseStream.ReadAllAsync();
    }
}
