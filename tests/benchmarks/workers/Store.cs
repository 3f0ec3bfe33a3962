using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Streamix.Benchmarks.LocalS3;
using Streamix.Media.Contracts.Assets;

namespace Streamix.Benchmarks.Workers;

/// <summary>The object store: takes the film in, gives packages out.</summary>
internal sealed class Store(Uri address) : IDisposable
{
    private const string Sources = "sources";
    private readonly AmazonS3Client _client = new(
        new BasicAWSCredentials(ServerUnderTest.AccessKey, ServerUnderTest.SecretKey),
        new AmazonS3Config { ServiceURL = address.ToString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1" });

    public string ConnectionString => $"Endpoint={address};AccessKey={ServerUnderTest.AccessKey};SecretKey={ServerUnderTest.SecretKey};Region=us-east-1";

    public async Task<AssetSource> TakeAsync(string film)
    {
        var key = Path.GetFileName(film);
        await _client.PutBucketAsync(Sources);
        var stored = await _client.PutObjectAsync(new() { BucketName = Sources, Key = key, FilePath = film });
        var expires = DateTime.UtcNow.AddHours(2);
        var url = await _client.GetPreSignedURLAsync(new GetPreSignedUrlRequest { BucketName = Sources, Key = key, Verb = HttpVerb.GET, Protocol = Protocol.HTTP, Expires = expires });
        return new(new(url), new FileInfo(film).Length, stored.ETag.Trim('"'), expires, []);
    }

    public async Task GiveAsync(string bucket, string prefix, string folder)
    {
        await foreach (var found in _client.Paginators.ListObjectsV2(new() { BucketName = bucket, Prefix = prefix }).S3Objects)
        {
            using var stored = await _client.GetObjectAsync(bucket, found.Key);
            await stored.WriteResponseStreamToFileAsync(Path.Combine(folder, found.Key[prefix.Length..]), append: false, default);
        }
    }

    public void Dispose() => _client.Dispose();
}
