using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Payload;

public sealed class DigestTests : S3Test
{
    private static readonly byte[] Body = Bytes.Random(1000);

    [Fact]
    public async Task Put_RightContentMd5_Succeeds() =>
        (await SendAsync("Content-MD5", Convert.ToBase64String(MD5.HashData(Body)))).Status.ShouldBe(200);

    [Fact]
    public async Task Put_WrongContentMd5_BadDigest() =>
        (await SendAsync("Content-MD5", Convert.ToBase64String(MD5.HashData([])))).Code.ShouldBe("BadDigest");

    [Theory]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    public async Task Put_MalformedContentMd5_InvalidDigest(string value) =>
        (await SendAsync("Content-MD5", value)).Code.ShouldBe("InvalidDigest");

    [Theory]
    [InlineData("crc32")]
    [InlineData("crc32c")]
    [InlineData("crc64nvme")]
    [InlineData("sha1")]
    [InlineData("sha256")]
    public async Task Put_ChecksumHeader_IsKeptAndTold(string algorithm)
    {
        var header = "x-amz-checksum-" + algorithm;
        var value = Convert.ToBase64String(RunningChecksum.Of(ChecksumNames.OfHeader(header)!.Value, Body));
        (await SendAsync(header, value)).Status.ShouldBe(200);
        var answer = await Raw.SendAsync(new RawRequest("HEAD", $"/{Bucket}/k").With("x-amz-checksum-mode", "ENABLED"));
        answer.Headers[header].ShouldBe(value);
        answer.Headers["x-amz-checksum-type"].ShouldBe("FULL_OBJECT");
    }

    [Fact]
    public async Task Put_WrongChecksumHeader_BadDigest() =>
        (await SendAsync("x-amz-checksum-crc32", "AAAAAA==")).Code.ShouldBe("BadDigest");

    [Fact]
    public async Task Put_ChecksumOfWrongLength_InvalidRequest() =>
        (await SendAsync("x-amz-checksum-sha256", "AAAAAA==")).Code.ShouldBe("InvalidRequest");

    [Fact]
    public async Task Put_TwoChecksums_InvalidRequest()
    {
        var request = new RawRequest("PUT", $"/{Bucket}/k").With("x-amz-checksum-crc32", "AAAAAA==").With("x-amz-checksum-crc32c", "AAAAAA==");
        (await Raw.SendAsync(request)).Code.ShouldBe("InvalidRequest");
    }

    [Fact]
    public async Task Put_UnsignedPayload_Succeeds() =>
        (await Raw.SendAsync(new("PUT", $"/{Bucket}/k", body: Body), contentHash: "UNSIGNED-PAYLOAD")).Status.ShouldBe(200);

    [Fact]
    public async Task Put_TooLargeAnnounced_EntityTooLargeBeforeTheBody()
    {
        var request = new RawRequest("PUT", $"/{Bucket}/k").With("x-amz-decoded-content-length", ((5L << 30) + 1).ToString(null, null));
        (await Raw.SendAsync(request, contentHash: "STREAMING-AWS4-HMAC-SHA256-PAYLOAD")).Code.ShouldBe("EntityTooLarge");
    }

    [Fact]
    public async Task Put_ConnectionCut_LeavesNothing()
    {
        var request = new RawRequest("PUT", $"/{Bucket}/cut");
        new Signer().Sign(request, Raw.Host, "UNSIGNED-PAYLOAD");
        using (var tcp = new TcpClient(Server.Address.Host, Server.Address.Port))
        {
            var head = $"PUT {request.Path} HTTP/1.1\r\n{string.Concat(request.Headers.Select(h => $"{h.Key}: {h.Value}\r\n"))}Content-Length: 1000\r\n\r\nhalf";
            await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head));
        }
        (await Raw.SendAsync("GET", $"/{Bucket}/cut")).Code.ShouldBe("NoSuchKey");
    }

    private Task<RawAnswer> SendAsync(string header, string value) =>
        Raw.SendAsync(new RawRequest("PUT", $"/{Bucket}/k", body: Body).With(header, value));
}
