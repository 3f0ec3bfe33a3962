using Amazon.S3;
using Amazon.S3.Model;

namespace Streamix.Benchmarks.Upload;

/// <summary>S3's own multipart upload: nobody keeps books, nobody compares.</summary>
internal sealed class BareMultipart(Store store, SourceFile file, Manner manner) : IContestant
{
    private const string Key = "parts";

    public string Name => $"bare S3, {manner}";

    public async Task SendAsync()
    {
        InitiateMultipartUploadRequest start = new() { BucketName = Store.Bucket, Key = Key, ChecksumAlgorithm = manner.Hashed ? ChecksumAlgorithm.SHA256 : null };
        var upload = (await store.Client.InitiateMultipartUploadAsync(start)).UploadId;
        var parts = new PartETag[file.Parts];
        await Parallel.ForEachAsync(Enumerable.Range(1, file.Parts), new ParallelOptions { MaxDegreeOfParallelism = manner.AtOnce }, async (number, _) =>
        {
            var sha256 = manner.Hashed ? file.Sha256(number) : null;
            var tag = await store.PutAsync(await store.SignAsync(Key, upload, number, sha256), file.Part(number), sha256 is null ? null : new Dictionary<string, string> { [Store.Sha256Header] = sha256 });
            parts[number - 1] = new(number, tag) { ChecksumSHA256 = sha256 };
        });
        await store.Client.CompleteMultipartUploadAsync(new() { BucketName = Store.Bucket, Key = Key, UploadId = upload, PartETags = [.. parts] });
    }
}
