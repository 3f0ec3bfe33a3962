using Amazon.S3;
using Amazon.S3.Model;

namespace Streamix.LocalS3.Tests.Hosting;

/// <summary>A test with a bucket of its own on the shared server.</summary>
public abstract class S3Test : IAsyncLifetime
{
    private protected S3Server Server { get; private set; } = null!;

    private protected IAmazonS3 S3 { get; private set; } = null!;

    private protected RawClient Raw { get; private set; } = null!;

    private protected string Bucket { get; } = "b-" + Guid.NewGuid().ToString("N");

    public virtual async Task InitializeAsync()
    {
        Server = await S3Server.SharedAsync();
        S3 = Server.Client();
        Raw = new(Server.Address);
        await S3.PutBucketAsync(Bucket);
    }

    public virtual Task DisposeAsync()
    {
        S3.Dispose();
        Raw.Dispose();
        return Task.CompletedTask;
    }

    private protected Task<PutObjectResponse> PutAsync(string key, string content = "content") =>
        S3.PutObjectAsync(new() { BucketName = Bucket, Key = key, ContentBody = content });

    private protected async Task<string> ReadAsync(string key)
    {
        using var response = await S3.GetObjectAsync(Bucket, key);
        using var reader = new StreamReader(response.ResponseStream);
        return await reader.ReadToEndAsync();
    }

    private protected static async Task<AmazonS3Exception> RefusedAsync(Func<Task> call) =>
        await Should.ThrowAsync<AmazonS3Exception>(call);
}
