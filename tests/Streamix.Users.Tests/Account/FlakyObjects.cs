using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Users.Tests.Account;

internal sealed class StoreTrouble
{
    /// <summary>Nothing can be deleted or listed.</summary>
    public volatile bool KeepsAll;
}

/// <summary>The object store with trouble when a test wants it.</summary>
internal sealed class FlakyObjects(IObjectStore real, StoreTrouble trouble) : IObjectStore
{
    public Task<string> PutAsync(string bucket, string key, Stream content, PutOptions? options = null, CancellationToken cancellationToken = default) =>
        real.PutAsync(bucket, key, content, options, cancellationToken);

    public Task<StoredObject?> GetAsync(string bucket, string key, (long First, long Last)? range = null, CancellationToken cancellationToken = default) =>
        real.GetAsync(bucket, key, range, cancellationToken);

    public Task<ObjectFacts?> HeadAsync(string bucket, string key, CancellationToken cancellationToken = default) => real.HeadAsync(bucket, key, cancellationToken);

    public Task DeleteAsync(string bucket, string key, CancellationToken cancellationToken = default) =>
        trouble.KeepsAll ? throw new DependencyUnavailableException("objects") : real.DeleteAsync(bucket, key, cancellationToken);

    public IAsyncEnumerable<ObjectFacts> ListAsync(string bucket, string prefix, CancellationToken cancellationToken = default) => real.ListAsync(bucket, prefix, cancellationToken);

    public Task EnsureBucketAsync(string bucket, CancellationToken cancellationToken = default) => real.EnsureBucketAsync(bucket, cancellationToken);

    public Uri PresignGet(string bucket, string key, TimeSpan lifetime, string? fileName = null) => real.PresignGet(bucket, key, lifetime, fileName);

    public Uri PresignPut(string bucket, string key, TimeSpan lifetime, string contentType) => real.PresignPut(bucket, key, lifetime, contentType);

    public PresignedPost PresignPost(string bucket, string key, TimeSpan lifetime, string contentType, long minBytes, long maxBytes) =>
        real.PresignPost(bucket, key, lifetime, contentType, minBytes, maxBytes);
}
