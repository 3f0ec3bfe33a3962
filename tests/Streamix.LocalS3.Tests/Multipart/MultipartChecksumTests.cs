using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Multipart;

public sealed class MultipartChecksumTests : S3Test
{
    private static readonly byte[] First = Bytes.Random(5 << 20), Second = Bytes.Random(100, 2);

    [Theory]
    [InlineData("CRC32", "FULL_OBJECT")]
    [InlineData("CRC32C", "FULL_OBJECT")]
    [InlineData("CRC64NVME", null)]
    public async Task Complete_FullObject_IsTheSumOfTheWhole(string algorithm, string? type)
    {
        var answer = await UploadAsync(algorithm, type);
        var sum = RunningChecksum.Of(ChecksumNames.Parse(algorithm)!.Value, [.. First, .. Second]);
        answer.Value("Checksum" + algorithm).ShouldBe(Convert.ToBase64String(sum));
        answer.Value("ChecksumType").ShouldBe("FULL_OBJECT");
    }

    [Theory]
    [InlineData("CRC32", null)]
    [InlineData("SHA1", null)]
    [InlineData("SHA256", "COMPOSITE")]
    public async Task Complete_Composite_CountsItsParts(string algorithm, string? type)
    {
        var answer = await UploadAsync(algorithm, type);
        answer.Value("Checksum" + algorithm).ShouldEndWith("-2");
        answer.Value("ChecksumType").ShouldBe("COMPOSITE");
    }

    [Fact]
    public async Task Complete_WrongObjectChecksum_BadDigest()
    {
        var answer = await UploadAsync("CRC32", "FULL_OBJECT", r => r.With("x-amz-checksum-crc32", "AAAAAA=="));
        answer.Code.ShouldBe("BadDigest");
    }

    [Fact]
    public async Task Complete_WrongSize_InvalidRequest() =>
        (await UploadAsync("CRC32", null, r => r.With("x-amz-mp-object-size", "1"))).Code.ShouldBe("InvalidRequest");

    [Theory]
    [InlineData("SHA256", "FULL_OBJECT")]
    [InlineData("CRC64NVME", "COMPOSITE")]
    [InlineData("MD4", null)]
    public async Task Create_ImpossibleChecksum_InvalidRequest(string algorithm, string? type) =>
        (await CreateAsync(algorithm, type)).Code.ShouldBe("InvalidRequest");

    [Fact]
    public async Task Part_OtherAlgorithmThanUpload_InvalidRequest()
    {
        var upload = (await CreateAsync("CRC32", null)).Value("UploadId");
        var request = new RawRequest("PUT", $"/{Bucket}/k", $"partNumber=1&uploadId={upload}", Second)
            .With("x-amz-checksum-crc32c", Convert.ToBase64String(RunningChecksum.Of(ChecksumAlgorithm.Crc32C, Second)));
        (await Raw.SendAsync(request)).Code.ShouldBe("InvalidRequest");
    }

    private Task<RawAnswer> CreateAsync(string algorithm, string? type)
    {
        var request = new RawRequest("POST", $"/{Bucket}/k", "uploads").With("x-amz-checksum-algorithm", algorithm);
        return Raw.SendAsync(type is null ? request : request.With("x-amz-checksum-type", type));
    }

    private async Task<RawAnswer> UploadAsync(string algorithm, string? type, Func<RawRequest, RawRequest>? change = null)
    {
        var upload = (await CreateAsync(algorithm, type)).Value("UploadId");
        var list = "";
        foreach (var (number, body) in new[] { (1, First), (2, Second) })
        {
            var part = await Raw.SendAsync(new RawRequest("PUT", $"/{Bucket}/k", $"partNumber={number}&uploadId={upload}", body));
            list += $"<Part><PartNumber>{number}</PartNumber><ETag>{part.Headers["ETag"]}</ETag></Part>";
        }
        var complete = new RawRequest("POST", $"/{Bucket}/k", $"uploadId={upload}", System.Text.Encoding.UTF8.GetBytes($"<CompleteMultipartUpload>{list}</CompleteMultipartUpload>"));
        return await Raw.SendAsync(change?.Invoke(complete) ?? complete);
    }
}
