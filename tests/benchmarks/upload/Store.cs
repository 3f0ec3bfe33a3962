using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Streamix.Benchmarks.LocalS3;

namespace Streamix.Benchmarks.Upload;

/// <summary>The bare store: addresses signed here, bytes sent to them as a browser does.</summary>
internal sealed class Store(Uri address) : IDisposable
{
    public const string Bucket = "bench";
    public const string Sha256Header = "x-amz-checksum-sha256";
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = TimeSpan.FromMinutes(10) };

    public AmazonS3Client Client { get; } = new(
        new BasicAWSCredentials(ServerUnderTest.AccessKey, ServerUnderTest.SecretKey),
        new AmazonS3Config { ServiceURL = address.ToString(), ForcePathStyle = true, AuthenticationRegion = "us-east-1" });

    public string ConnectionString => $"Endpoint={address};AccessKey={ServerUnderTest.AccessKey};SecretKey={ServerUnderTest.SecretKey};Region=us-east-1";

    public Task<string> SignAsync(string key, string? upload = null, int part = 0, string? sha256 = null)
    {
        GetPreSignedUrlRequest request = new() { BucketName = Bucket, Key = key, Verb = HttpVerb.PUT, Protocol = Protocol.HTTP, Expires = DateTime.UtcNow.AddHours(1) };
        if (upload is not null) (request.UploadId, request.PartNumber) = (upload, part);
        if (sha256 is not null) request.Headers[Sha256Header] = sha256;
        return Client.GetPreSignedURLAsync(request);
    }

    /// <returns>The ETag.</returns>
    public async Task<string> PutAsync(string url, HttpContent content, IReadOnlyDictionary<string, string>? headers = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = content };
        foreach (var (name, value) in headers ?? new Dictionary<string, string>()) request.Headers.Add(name, value);
        using var answer = await _http.SendAsync(request);
        return answer.EnsureSuccessStatusCode().Headers.ETag!.Tag;
    }

    /// <summary>Every run finds an empty store.</summary>
    public async Task ClearAsync()
    {
        foreach (var bucket in (await Client.ListBucketsAsync()).Buckets ?? [])
            foreach (var found in (await Client.ListObjectsV2Async(new() { BucketName = bucket.BucketName })).S3Objects ?? [])
                await Client.DeleteObjectAsync(bucket.BucketName, found.Key);
    }

    public void Dispose()
    {
        _http.Dispose();
        Client.Dispose();
    }
}
