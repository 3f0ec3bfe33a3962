using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Tests.Uploads;

internal sealed class StoreTrouble
{
    public volatile bool DiesAtStart;
    public volatile bool DiesAfterStart;
    public volatile bool DiesBeforeCompletion;
    public volatile bool DiesAfterCompletion;

    public Func<Task>? BeforeCompletion { get; set; }
}

/// <summary>The store's uploads, for a process that dies around them.</summary>
internal sealed class DyingUploads(IMultipartUploads real, StoreTrouble trouble) : IMultipartUploads
{
    public async Task<string> StartAsync(
        string bucket, string key, PutOptions? options = null, PartChecksum checksum = PartChecksum.None, CancellationToken cancellationToken = default)
    {
        if (trouble.DiesAtStart)
            throw Dead();
        var id = await real.StartAsync(bucket, key, options, checksum, cancellationToken);
        return trouble.DiesAfterStart ? throw Dead() : id;
    }

    public Uri PresignPart(string bucket, string key, string uploadId, int number, TimeSpan lifetime, PartDigest? digest = null) =>
        real.PresignPart(bucket, key, uploadId, number, lifetime, digest);

    public Task<IReadOnlyList<UploadedPart>?> PartsAsync(string bucket, string key, string uploadId, CancellationToken cancellationToken = default) =>
        real.PartsAsync(bucket, key, uploadId, cancellationToken);

    public async Task<string> CompleteAsync(string bucket, string key, string uploadId, IReadOnlyCollection<UploadedPart> parts, CancellationToken cancellationToken = default)
    {
        if (trouble.DiesBeforeCompletion)
            throw Dead();
        if (trouble.BeforeCompletion is { } first)
            await first();
        var tag = await real.CompleteAsync(bucket, key, uploadId, parts, cancellationToken);
        return trouble.DiesAfterCompletion ? throw Dead() : tag;
    }

    public Task AbortAsync(string bucket, string key, string uploadId, CancellationToken cancellationToken = default) =>
        real.AbortAsync(bucket, key, uploadId, cancellationToken);

    public IAsyncEnumerable<OpenUpload> ListAsync(string bucket, string prefix, CancellationToken cancellationToken = default) =>
        real.ListAsync(bucket, prefix, cancellationToken);

    private static DependencyUnavailableException Dead() => new("objects");
}
