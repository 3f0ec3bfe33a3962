using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Multipart;

public sealed class UploadListTests : S3Test
{
    [Fact]
    public async Task ListUploads_PageByPage_EachOnceByKeyAndAge()
    {
        var started = new List<(string, string)>();
        foreach (var key in new[] { "b", "a", "b", "c d" })
            started.Add((key, (await S3.InitiateMultipartUploadAsync(Bucket, key)).UploadId));
        var seen = new List<(string, string)>();
        var request = new ListMultipartUploadsRequest { BucketName = Bucket, MaxUploads = 1 };
        ListMultipartUploadsResponse page;
        do
        {
            page = await S3.ListMultipartUploadsAsync(request);
            seen.AddRange(page.MultipartUploads.Select(u => (u.Key, u.UploadId)));
            (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker);
        }
        while (page.IsTruncated == true);
        seen.ShouldBe([started[1], started[0], started[2], started[3]]);
    }

    [Fact]
    public async Task ListUploads_Delimiter_FoldsFolders()
    {
        foreach (var key in new[] { "f/1", "f/2", "top" })
            await S3.InitiateMultipartUploadAsync(Bucket, key);
        var page = await S3.ListMultipartUploadsAsync(new ListMultipartUploadsRequest { BucketName = Bucket, Delimiter = "/" });
        page.CommonPrefixes.ShouldBe(["f/"]);
        page.MultipartUploads.Single().Key.ShouldBe("top");
    }

    [Fact]
    public async Task ListParts_PageByPage_EachOnceInOrder()
    {
        var upload = (await S3.InitiateMultipartUploadAsync(Bucket, "k")).UploadId;
        foreach (var number in new[] { 5, 1, 3 })
            await Raw.SendAsync("PUT", $"/{Bucket}/k", $"partNumber={number}&uploadId={upload}", new string('x', number));
        var first = await S3.ListPartsAsync(new() { BucketName = Bucket, Key = "k", UploadId = upload, MaxParts = 2 });
        var second = await S3.ListPartsAsync(new() { BucketName = Bucket, Key = "k", UploadId = upload, PartNumberMarker = first.NextPartNumberMarker?.ToString(null, null) });
        first.IsTruncated.ShouldBe(true);
        first.Parts.Concat(second.Parts).Select(p => (p.PartNumber, p.Size)).ShouldBe([(1, 1), (3, 3), (5, 5)]);
    }

    [Fact]
    public async Task List_UploadInProgress_IsNoObject()
    {
        var upload = (await S3.InitiateMultipartUploadAsync(Bucket, "k")).UploadId;
        await Raw.SendAsync("PUT", $"/{Bucket}/k", $"partNumber=1&uploadId={upload}", "x");
        (await S3.ListObjectsV2Async(new() { BucketName = Bucket })).KeyCount.ShouldBe(0);
    }
}
