using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Multipart;

public sealed class MultipartTests : S3Test
{
    private const int Five = 5 << 20;
    private static readonly byte[] Large = Bytes.Random(Five), Other = Bytes.Random(Five, 2), Small = Bytes.Random(1000, 3);

    [Theory]
    [InlineData(ClientMode.Default)]
    [InlineData(ClientMode.WhenRequired)]
    [InlineData(ClientMode.NoChunks)]
    public async Task Complete_ThreeParts_JoinsThem(ClientMode mode)
    {
        using var client = Server.Client(mode);
        var upload = await StartAsync();
        PartETag[] parts =
        [
            await PartAsync(upload, 2, Other, client, mode), await PartAsync(upload, 1, Large, client, mode), await PartAsync(upload, 7, Small, client, mode),
        ];
        var done = await CompleteAsync(upload, [.. parts.OrderBy(p => p.PartNumber)]);
        byte[] whole = [.. Large, .. Other, .. Small];
        done.ETag.ShouldBe(JoinedETag(Large, Other, Small));
        (await DownloadAsync()).ShouldBeBytes(whole);
    }

    [Fact]
    public async Task TransferUtility_LargeFile_ComesBack()
    {
        var body = Bytes.Random(12 << 20);
        using var transfer = new Amazon.S3.Transfer.TransferUtility(S3, new() { MinSizeBeforePartUpload = 6 << 20 });
        await transfer.UploadAsync(new()
        {
            BucketName = Bucket, Key = "k", InputStream = new MemoryStream(body), PartSize = Five,
        });
        (await S3.GetObjectMetadataAsync(Bucket, "k")).ETag.ShouldEndWith("-3\"");
        (await DownloadAsync()).ShouldBeBytes(body);
    }

    [Fact]
    public async Task Complete_KeepsHeadersAndMetadata()
    {
        var request = new InitiateMultipartUploadRequest { BucketName = Bucket, Key = "k", ContentType = "video/mp4" };
        request.Metadata["title"] = "t";
        var upload = (await S3.InitiateMultipartUploadAsync(request)).UploadId;
        await CompleteAsync(upload, [await PartAsync(upload, 1, Small)]);
        var head = await S3.GetObjectMetadataAsync(Bucket, "k");
        (head.Headers.ContentType, head.Metadata["title"]).ShouldBe(("video/mp4", "t"));
    }

    [Fact]
    public async Task Complete_Twice_SameAnswer()
    {
        var upload = await StartAsync();
        PartETag[] parts = [await PartAsync(upload, 1, Small)];
        var first = await CompleteAsync(upload, parts);
        (await CompleteAsync(upload, parts)).ETag.ShouldBe(first.ETag);
    }

    [Fact]
    public async Task Complete_InParallel_AllSameAnswer()
    {
        var upload = await StartAsync();
        PartETag[] parts = [await PartAsync(upload, 1, Small)];
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CompleteAsync(upload, parts)));
        answers.Select(a => a.ETag).Distinct().Count().ShouldBe(1);
        (await DownloadAsync()).ShouldBeBytes(Small);
    }

    [Fact]
    public async Task Complete_WrongOrder_InvalidPartOrder()
    {
        var upload = await StartAsync();
        var (one, two) = (await PartAsync(upload, 1, Large), await PartAsync(upload, 2, Small));
        // The SDK sorts the list, so this one is sent by hand.
        var body = $"<CompleteMultipartUpload>{Part(two)}{Part(one)}</CompleteMultipartUpload>";
        (await Raw.SendAsync("POST", $"/{Bucket}/k", $"uploadId={upload}", body)).Code.ShouldBe("InvalidPartOrder");
    }

    [Fact]
    public async Task Complete_UnknownPart_InvalidPart()
    {
        var upload = await StartAsync();
        await PartAsync(upload, 1, Small);
        (await RefusedAsync(() => CompleteAsync(upload, [new(2, "\"0123456789abcdef0123456789abcdef\"")]))).ErrorCode.ShouldBe("InvalidPart");
    }

    [Fact]
    public async Task Complete_WrongETag_InvalidPart()
    {
        var upload = await StartAsync();
        await PartAsync(upload, 1, Small);
        (await RefusedAsync(() => CompleteAsync(upload, [new(1, "\"0123456789abcdef0123456789abcdef\"")]))).ErrorCode.ShouldBe("InvalidPart");
    }

    [Fact]
    public async Task Complete_SmallPartNotLast_EntityTooSmall()
    {
        var upload = await StartAsync();
        PartETag[] parts = [await PartAsync(upload, 1, Small), await PartAsync(upload, 2, Small)];
        (await RefusedAsync(() => CompleteAsync(upload, parts))).ErrorCode.ShouldBe("EntityTooSmall");
        (await S3.ListPartsAsync(Bucket, "k", upload)).Parts.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("<CompleteMultipartUpload></CompleteMultipartUpload>")]
    [InlineData("<CompleteMultipartUpload><Part><PartNumber>x</PartNumber><ETag>a</ETag></Part></CompleteMultipartUpload>")]
    [InlineData("nonsense")]
    public async Task Complete_MalformedList_MalformedXML(string body)
    {
        var upload = await StartAsync();
        (await Raw.SendAsync("POST", $"/{Bucket}/k", $"uploadId={upload}", body)).Code.ShouldBe("MalformedXML");
    }

    [Fact]
    public async Task Complete_LeavesOutParts_OnlyThoseListed()
    {
        var upload = await StartAsync();
        await PartAsync(upload, 1, Other);
        var two = await PartAsync(upload, 2, Small);
        await CompleteAsync(upload, [two]);
        (await DownloadAsync()).ShouldBeBytes(Small);
    }

    [Fact]
    public async Task Complete_IfNoneMatchStarOnExisting_PreconditionFailedAndUploadStays()
    {
        await PutAsync("k", "there");
        var upload = await StartAsync();
        PartETag[] parts = [await PartAsync(upload, 1, Small)];
        var request = new CompleteMultipartUploadRequest { BucketName = Bucket, Key = "k", UploadId = upload, PartETags = [.. parts], IfNoneMatch = "*" };
        (await RefusedAsync(() => S3.CompleteMultipartUploadAsync(request))).ErrorCode.ShouldBe("PreconditionFailed");
        await CompleteAsync(upload, parts);
        (await DownloadAsync()).ShouldBeBytes(Small);
    }

    [Fact]
    public async Task Part_Again_Replaces()
    {
        var upload = await StartAsync();
        await PartAsync(upload, 1, Other);
        var again = await PartAsync(upload, 1, Small);
        await CompleteAsync(upload, [again]);
        (await DownloadAsync()).ShouldBeBytes(Small);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10001")]
    [InlineData("x")]
    public async Task Part_NumberOutOfRange_InvalidArgument(string number)
    {
        var upload = await StartAsync();
        (await Raw.SendAsync("PUT", $"/{Bucket}/k", $"partNumber={number}&uploadId={upload}", "x")).Code.ShouldBe("InvalidArgument");
    }

    [Theory]
    [InlineData("PUT", "partNumber=1&uploadId=none")]
    [InlineData("DELETE", "uploadId=none")]
    [InlineData("GET", "uploadId=none")]
    [InlineData("PUT", "partNumber=1&uploadId=..%2F..%2Ftmp")]
    public async Task AnyCall_UnknownUpload_NoSuchUpload(string method, string query) =>
        (await Raw.SendAsync(method, $"/{Bucket}/k", query, method == "PUT" ? "x" : "")).Code.ShouldBe("NoSuchUpload");

    [Fact]
    public async Task Part_ForAnotherKey_NoSuchUpload()
    {
        var upload = await StartAsync();
        (await Raw.SendAsync("PUT", $"/{Bucket}/other", $"partNumber=1&uploadId={upload}", "x")).Code.ShouldBe("NoSuchUpload");
    }

    [Fact]
    public async Task Abort_Then_NothingIsLeft()
    {
        var upload = await StartAsync();
        var part = await PartAsync(upload, 1, Small);
        await S3.AbortMultipartUploadAsync(Bucket, "k", upload);
        (await RefusedAsync(() => CompleteAsync(upload, [part]))).ErrorCode.ShouldBe("NoSuchUpload");
        (await RefusedAsync(() => S3.GetObjectAsync(Bucket, "k"))).ErrorCode.ShouldBe("NoSuchKey");
        (await RefusedAsync(() => S3.AbortMultipartUploadAsync(Bucket, "k", upload))).ErrorCode.ShouldBe("NoSuchUpload");
    }

    [Fact]
    public async Task Get_ByPartNumber_ThatPart()
    {
        var upload = await StartAsync();
        await CompleteAsync(upload, [await PartAsync(upload, 1, Large), await PartAsync(upload, 2, Small)]);
        using var second = await S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "k", PartNumber = 2 });
        (await second.ResponseStream.ReadAllAsync()).ShouldBeBytes(Small);
        second.PartsCount.ShouldBe(2);
    }

    [Fact]
    public async Task Get_RangeAcrossParts_ThoseBytes()
    {
        var upload = await StartAsync();
        await CompleteAsync(upload, [await PartAsync(upload, 1, Large), await PartAsync(upload, 2, Small)]);
        using var range = await S3.GetObjectAsync(new GetObjectRequest { BucketName = Bucket, Key = "k", ByteRange = new(Five - 10, Five + 9) });
        (await range.ResponseStream.ReadAllAsync()).ShouldBeBytes([.. Large[^10..], .. Small[..10]]);
    }

    private static string Part(PartETag part) => $"<Part><PartNumber>{part.PartNumber}</PartNumber><ETag>{part.ETag}</ETag></Part>";

    private static string JoinedETag(params byte[][] parts) =>
        $"\"{Convert.ToHexStringLower(MD5.HashData([.. parts.SelectMany(MD5.HashData)]))}-{parts.Length}\"";

    private async Task<string> StartAsync() => (await S3.InitiateMultipartUploadAsync(Bucket, "k")).UploadId;

    private async Task<PartETag> PartAsync(string upload, int number, byte[] body, IAmazonS3? client = null, ClientMode mode = ClientMode.Default)
    {
        var response = await (client ?? S3).UploadPartAsync(new()
        {
            BucketName = Bucket, Key = "k", UploadId = upload, PartNumber = number, InputStream = new MemoryStream(body),
            UseChunkEncoding = mode != ClientMode.NoChunks,
        });
        return new(number, response.ETag);
    }

    private Task<CompleteMultipartUploadResponse> CompleteAsync(string upload, PartETag[] parts) =>
        S3.CompleteMultipartUploadAsync(new() { BucketName = Bucket, Key = "k", UploadId = upload, PartETags = [.. parts] });

    private async Task<byte[]> DownloadAsync()
    {
        using var got = await S3.GetObjectAsync(Bucket, "k");
        return await got.ResponseStream.ReadAllAsync();
    }
}
