using Amazon.S3;
using Streamix.Platform.Tests.Accounts;

namespace Streamix.Platform.Tests.Media.Faults;

/// <summary>A bucket, past the services.</summary>
internal sealed class Shelf(AmazonS3Client s3, string bucket) : IDisposable
{
    public static async Task<Shelf> OpenAsync(AccountsGraph graph, string bucket) => new(await ObjectStore.ConnectAsync(graph), bucket);

    /// <summary>Keys and sizes.</summary>
    public async Task<Dictionary<string, long>> ListAsync(string prefix = "")
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        string? next = null;
        do
        {
            var page = await s3.ListObjectsV2Async(new() { BucketName = bucket, Prefix = prefix, ContinuationToken = next });
            foreach (var item in page.S3Objects ?? []) found.Add(item.Key, item.Size ?? 0);
            next = page.NextContinuationToken;
        } while (next is not null);
        return found;
    }

    /// <summary>The keys of uploads that are open.</summary>
    public async Task<List<string>> OpenUploadsAsync() =>
        [.. ((await s3.ListMultipartUploadsAsync(new Amazon.S3.Model.ListMultipartUploadsRequest { BucketName = bucket })).MultipartUploads ?? []).Select(upload => upload.Key)];

    /// <summary>Copies everything below a prefix into a folder.</summary>
    public async Task CopyAsync(string prefix, IEnumerable<string> keys, string folder)
    {
        foreach (var key in keys)
        {
            var file = Path.Combine(folder, key[prefix.Length..].Replace('/', Path.DirectorySeparatorChar));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            using var item = await s3.GetObjectAsync(bucket, key);
            await using var target = File.Create(file);
            await item.ResponseStream.CopyToAsync(target);
        }
    }

    public void Dispose() => s3.Dispose();
}
