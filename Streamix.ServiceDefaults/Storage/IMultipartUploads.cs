namespace Streamix.ServiceDefaults.Storage;

/// <summary>Uploads in parts: each part is sent straight to the store by its presigned address, in any order, and again after a break.</summary>
public interface IMultipartUploads
{
    /// <summary>The smallest part but for the last: 5 MiB.</summary>
    const long SmallestPart = 5 * 1024 * 1024;

    /// <summary>The most parts of an upload.</summary>
    const int MostParts = 10_000;

    /// <summary>Opens an upload and returns its id.</summary>
    Task<string> StartAsync(string bucket, string key, PutOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>The address to PUT part <paramref name="number"/> (1 to 10,000) to.</summary>
    Uri PresignPart(string bucket, string key, string uploadId, int number, TimeSpan lifetime);

    /// <summary>The parts the store has, by number; null when there is no such upload.</summary>
    Task<IReadOnlyList<UploadedPart>?> PartsAsync(string bucket, string key, string uploadId, CancellationToken cancellationToken = default);

    /// <summary>Makes the object of its parts and returns its entity tag, without quotes.</summary>
    Task<string> CompleteAsync(string bucket, string key, string uploadId, IReadOnlyCollection<UploadedPart> parts, CancellationToken cancellationToken = default);

    /// <summary>Throws the parts away; an absent upload is fine.</summary>
    Task AbortAsync(string bucket, string key, string uploadId, CancellationToken cancellationToken = default);
}

/// <summary>A part in the store.</summary>
/// <param name="Number">1 to 10,000.</param>
/// <param name="ETag">Without quotes.</param>
/// <param name="Bytes">Its size.</param>
public sealed record UploadedPart(int Number, string ETag, long Bytes);
