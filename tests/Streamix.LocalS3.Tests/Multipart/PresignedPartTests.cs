using Amazon.S3;
using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Multipart;

public sealed class PresignedPartTests : S3Test
{
    [Fact]
    public async Task Upload_ByBrowserWithPresignedParts_JoinsThem()
    {
        byte[][] bodies = [Bytes.Random(5 << 20), Bytes.Random(500, 2)];
        var upload = (await S3.InitiateMultipartUploadAsync(Bucket, "film.mp4")).UploadId;
        using var browser = new HttpClient();
        var parts = new List<PartETag>();
        for (var number = 1; number <= 2; number++)
        {
            using var response = await browser.PutAsync(await UrlAsync(upload, number), new ByteArrayContent(bodies[number - 1]));
            parts.Add(new(number, response.EnsureSuccessStatusCode().Headers.ETag!.Tag));
        }
        await S3.CompleteMultipartUploadAsync(new() { BucketName = Bucket, Key = "film.mp4", UploadId = upload, PartETags = parts });
        using var got = await S3.GetObjectAsync(Bucket, "film.mp4");
        (await got.ResponseStream.ReadAllAsync()).ShouldBeBytes([.. bodies[0], .. bodies[1]]);
    }

    [Fact]
    public async Task Part_LinkOfAnotherNumber_SignatureDoesNotMatch()
    {
        var upload = (await S3.InitiateMultipartUploadAsync(Bucket, "film.mp4")).UploadId;
        using var browser = new HttpClient();
        var url = (await UrlAsync(upload, 1)).Replace("partNumber=1", "partNumber=2", StringComparison.Ordinal);
        using var response = await browser.PutAsync(url, new ByteArrayContent([1]));
        (await response.Content.ReadAsStringAsync()).ShouldContain("SignatureDoesNotMatch");
    }

    private Task<string> UrlAsync(string upload, int number) => S3.GetPreSignedURLAsync(new GetPreSignedUrlRequest
    {
        BucketName = Bucket, Key = "film.mp4", Verb = HttpVerb.PUT, Protocol = Protocol.HTTP, UploadId = upload, PartNumber = number, Expires = DateTime.UtcNow.AddMinutes(5),
    });
}
