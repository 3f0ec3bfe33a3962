namespace Streamix.ServiceDefaults.Storage;

/// <summary>Objects of a bucket (S3). Keys are <c>service/id/…</c>. Failures of the store become 503.</summary>
public interface IObjectStore
{
    /// <summary>Writes an object of known length; small ones in one call, see <see cref="IMultipartUploads"/> for large ones.</summary>
    /// <param name="bucket">The bucket, which exists.</param>
    /// <param name="key">The key.</param>
    /// <param name="content">Read once from its position to its end; it must be seekable or of known length.</param>
    /// <param name="options">Content type and the like.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The entity tag, without quotes.</returns>
    Task<string> PutAsync(string bucket, string key, Stream content, PutOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Opens an object or a part of it; null when it is absent. Dispose the result.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key.</param>
    /// <param name="range">First and last byte, both included.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<StoredObject?> GetAsync(string bucket, string key, (long First, long Last)? range = null, CancellationToken cancellationToken = default);

    /// <summary>What is known of an object; null when it is absent.</summary>
    Task<ObjectFacts?> HeadAsync(string bucket, string key, CancellationToken cancellationToken = default);

    /// <summary>Deletes; absent is fine.</summary>
    Task DeleteAsync(string bucket, string key, CancellationToken cancellationToken = default);

    /// <summary>All objects below a prefix, in key order, read as they are asked for.</summary>
    IAsyncEnumerable<ObjectFacts> ListAsync(string bucket, string prefix, CancellationToken cancellationToken = default);

    /// <summary>Creates the bucket if it is absent.</summary>
    Task EnsureBucketAsync(string bucket, CancellationToken cancellationToken = default);

    /// <summary>An address that reads the object for a while without credentials.</summary>
    Uri PresignGet(string bucket, string key, TimeSpan lifetime, string? fileName = null);

    /// <summary>An address to which the object can be PUT for a while with exactly this content type.</summary>
    Uri PresignPut(string bucket, string key, TimeSpan lifetime, string contentType);

    /// <summary>A form that a browser can POST, with the size within bounds checked by the store.</summary>
    PresignedPost PresignPost(string bucket, string key, TimeSpan lifetime, string contentType, long minBytes, long maxBytes);
}
