using System.Net;
using System.Security.Cryptography;
using Amazon.S3.Model;
using Streamix.LocalS3.Tests.Hosting;

namespace Streamix.LocalS3.Tests.Objects;

public sealed class ObjectTests : S3Test
{
    public static TheoryData<ClientMode, int> ModesAndSizes()
    {
        var data = new TheoryData<ClientMode, int>();
        foreach (var mode in Enum.GetValues<ClientMode>())
            foreach (var size in new[] { 0, 1, 65_536, 1_048_577, 5_000_000 })
                data.Add(mode, size);
        return data;
    }

    [Theory]
    [MemberData(nameof(ModesAndSizes))]
    public async Task Put_ThenGet_SameBytes(ClientMode mode, int size)
    {
        using var client = Server.Client(mode);
        var body = Bytes.Random(size);
        var put = await client.PutObjectAsync(new()
        {
            BucketName = Bucket, Key = "k", InputStream = new MemoryStream(body), UseChunkEncoding = mode != ClientMode.NoChunks,
        });
        put.ETag.ShouldBe($"\"{Convert.ToHexStringLower(MD5.HashData(body))}\"");
        using var got = await client.GetObjectAsync(Bucket, "k");
        got.ContentLength.ShouldBe(size);
        (await got.ResponseStream.ReadAllAsync()).ShouldBeBytes(body);
    }

    [Theory]
    [InlineData("CRC32")]
    [InlineData("SHA1")]
    [InlineData("SHA256")]
    public async Task Put_SdkChecksum_IsTold(string algorithm)
    {
        await S3.PutObjectAsync(new() { BucketName = Bucket, Key = "k", ContentBody = "summed", ChecksumAlgorithm = new(algorithm) });
        var head = await S3.GetObjectMetadataAsync(new() { BucketName = Bucket, Key = "k", ChecksumMode = Amazon.S3.ChecksumMode.ENABLED });
        new[] { head.ChecksumCRC32, head.ChecksumSHA1, head.ChecksumSHA256 }.Count(c => c is not null).ShouldBe(1);
    }

    [Fact]
    public async Task Put_Over_Replaces()
    {
        await PutAsync("k", "old");
        await PutAsync("k", "new");
        (await ReadAsync("k")).ShouldBe("new");
        (await S3.ListObjectsV2Async(new() { BucketName = Bucket })).S3Objects.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Get_Missing_NoSuchKey()
    {
        var error = await RefusedAsync(() => S3.GetObjectAsync(Bucket, "missing"));
        (error.StatusCode, error.ErrorCode).ShouldBe((HttpStatusCode.NotFound, "NoSuchKey"));
    }

    [Fact]
    public async Task Head_Existing_TellsWhatGetTells()
    {
        await PutAsync("k", "12345");
        var head = await Raw.SendAsync("HEAD", $"/{Bucket}/k");
        var get = await Raw.SendAsync("GET", $"/{Bucket}/k");
        foreach (var name in new[] { "ETag", "Last-Modified", "Content-Type", "Content-Length", "Accept-Ranges" })
            head.Headers[name].ShouldBe(get.Headers[name]);
        head.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task Head_Missing_NotFoundWithoutBody()
    {
        var answer = await Raw.SendAsync("HEAD", $"/{Bucket}/missing");
        (answer.Status, answer.Body).ShouldBe((404, ""));
    }

    [Fact]
    public async Task Put_ContentHeaders_ComeBack()
    {
        var request = new PutObjectRequest { BucketName = Bucket, Key = "k", ContentBody = "x", ContentType = "video/mp4" };
        request.Headers.CacheControl = "max-age=60";
        request.Headers.ContentDisposition = "attachment";
        request.Headers.ContentEncoding = "gzip";
        request.Headers["Content-Language"] = "de";
        await S3.PutObjectAsync(request);
        var headers = (await S3.GetObjectMetadataAsync(Bucket, "k")).Headers;
        (headers.ContentType, headers.CacheControl, headers.ContentDisposition, headers.ContentEncoding)
            .ShouldBe(("video/mp4", "max-age=60", "attachment", "gzip"));
    }

    [Fact]
    public async Task Put_WithoutType_BinaryOctetStream()
    {
        await Raw.SendAsync("PUT", $"/{Bucket}/k", body: "x");
        (await S3.GetObjectMetadataAsync(Bucket, "k")).Headers.ContentType.ShouldBe("binary/octet-stream");
    }

    [Fact]
    public async Task Put_UserMetadata_ComesBack()
    {
        var request = new PutObjectRequest { BucketName = Bucket, Key = "k", ContentBody = "x" };
        request.Metadata["Title"] = "Big Buck  Bunny";
        request.Metadata["year"] = "2008";
        await S3.PutObjectAsync(request);
        var metadata = (await S3.GetObjectMetadataAsync(Bucket, "k")).Metadata;
        (metadata["title"], metadata["year"]).ShouldBe(("Big Buck  Bunny", "2008"));
    }

    [Fact]
    public async Task Put_TwoKilobytesOfMetadata_Succeeds() => (await MetadataAsync(2044)).Status.ShouldBe(200);

    [Fact]
    public async Task Put_MoreMetadata_MetadataTooLarge() => (await MetadataAsync(2045)).Code.ShouldBe("MetadataTooLarge");

    [Fact]
    public async Task Put_LongestKey_Succeeds() => (await PutAsync(new string('k', 1024))).HttpStatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Put_LongestKeyOfUnicode_Succeeds() => (await PutAsync(new string('ü', 512))).HttpStatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Put_TooLongKey_KeyTooLongError() =>
        (await RefusedAsync(() => PutAsync(new string('k', 1023) + "ü"))).ErrorCode.ShouldBe("KeyTooLongError");

    [Theory]
    [InlineData("x-amz-server-side-encryption", "AES256", "NotImplemented")]
    [InlineData("x-amz-object-lock-mode", "GOVERNANCE", "NotImplemented")]
    [InlineData("x-amz-acl", "public-read", "AccessControlListNotSupported")]
    [InlineData("x-amz-storage-class", "NONSENSE", "InvalidStorageClass")]
    public async Task Put_WhatWeCannotHonour_IsRefused(string header, string value, string code) =>
        (await Raw.SendAsync(new RawRequest("PUT", $"/{Bucket}/k").With(header, value))).Code.ShouldBe(code);

    [Fact]
    public async Task Put_StorageClass_IsTold()
    {
        await S3.PutObjectAsync(new() { BucketName = Bucket, Key = "k", ContentBody = "x", StorageClass = Amazon.S3.S3StorageClass.StandardInfrequentAccess });
        (await S3.GetObjectMetadataAsync(Bucket, "k")).StorageClass.Value.ShouldBe("STANDARD_IA");
        (await S3.ListObjectsV2Async(new() { BucketName = Bucket })).S3Objects.Single().StorageClass.Value.ShouldBe("STANDARD_IA");
    }

    [Fact]
    public async Task Attributes_Asked_TellsThem()
    {
        await PutAsync("k", "12345");
        var attributes = await S3.GetObjectAttributesAsync(new()
        {
            BucketName = Bucket, Key = "k", ObjectAttributes = [Amazon.S3.ObjectAttributes.ETag, Amazon.S3.ObjectAttributes.ObjectSize, Amazon.S3.ObjectAttributes.Checksum],
        });
        attributes.ObjectSize.ShouldBe(5);
        attributes.ETag.Length.ShouldBe(32);
        attributes.Checksum.ChecksumCRC32.ShouldNotBeNull();
    }

    private Task<RawAnswer> MetadataAsync(int bytes) =>
        Raw.SendAsync(new RawRequest("PUT", $"/{Bucket}/k").With("x-amz-meta-note", new string('a', bytes)));
}
