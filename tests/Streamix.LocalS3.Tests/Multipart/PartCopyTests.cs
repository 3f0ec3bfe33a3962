using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Multipart;

public sealed class PartCopyTests : S3Test
{
    private static readonly byte[] Source = Bytes.Random(6 << 20);

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        await S3.PutObjectAsync(new() { BucketName = Bucket, Key = "source", InputStream = new MemoryStream(Source) });
    }

    [Fact]
    public async Task Copy_WholeAndRange_JoinThem()
    {
        var upload = (await S3.InitiateMultipartUploadAsync(Bucket, "k")).UploadId;
        var whole = await S3.CopyPartAsync(Request(upload, 1));
        var range = Request(upload, 2);
        (range.FirstByte, range.LastByte) = (100, 199);
        var part = await S3.CopyPartAsync(range);
        await S3.CompleteMultipartUploadAsync(new() { BucketName = Bucket, Key = "k", UploadId = upload, PartETags = [new(1, whole.ETag), new(2, part.ETag)] });
        using var got = await S3.GetObjectAsync(Bucket, "k");
        (await got.ResponseStream.ReadAllAsync()).ShouldBeBytes([.. Source, .. Source[100..200]]);
    }

    [Theory]
    [InlineData("bytes=0-99999999")]
    [InlineData("bytes=9-1")]
    [InlineData("bytes=5-")]
    [InlineData("0-5")]
    public async Task Copy_BadRange_InvalidArgument(string range)
    {
        var upload = (await S3.InitiateMultipartUploadAsync(Bucket, "k")).UploadId;
        var request = new RawRequest("PUT", $"/{Bucket}/k", $"partNumber=1&uploadId={upload}")
            .With("x-amz-copy-source", $"/{Bucket}/source").With("x-amz-copy-source-range", range);
        (await Raw.SendAsync(request)).Code.ShouldBe("InvalidArgument");
    }

    private CopyPartRequest Request(string upload, int number) => new()
    {
        SourceBucket = Bucket, SourceKey = "source", DestinationBucket = Bucket, DestinationKey = "k", UploadId = upload, PartNumber = number,
    };
}
