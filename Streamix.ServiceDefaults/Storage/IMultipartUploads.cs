namespace Streamix.ServiceDefaults.Storage;

/// <summary>Uploads in parts: each part is sent straight to the store by its presigned address, in any order, and again after a break.</summary>
public interface IMultipartUploads
{
    /// <summary>The smallest part but for the last: 5 MiB.</summary>
    const long SmallestPart = 5 * 1024 * 1024;

    /// <summary>The most parts of an upload.</summary>
    const int MostParts = 10_000;

    /// <summary>Opens an upload and returns its id.</summary>
    /// <param name="bucket">The bucket, which exists.</param>
    /// <param name="key">The key of the object to be.</param>
    /// <param name="options">Content type and the like.</param>
    /// <param name="checksum">What the store keeps of each part besides its ETag; each part then needs a <see cref="PartDigest"/>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<string> StartAsync(
        string bucket, string key, PutOptions? options = null, PartChecksum checksum = PartChecksum.None, CancellationToken cancellationToken = default);

    /// <summary>The address to PUT part <paramref name="number"/> (1 to 10,000) to.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The key of the object to be.</param>
    /// <param name="uploadId">The upload.</param>
    /// <param name="number">Of the part.</param>
    /// <param name="lifetime">A week at most.</param>
    /// <param name="digest">Its header is signed: the sender must send it, and the store refuses any other bytes.</param>
    Uri PresignPart(string bucket, string key, string uploadId, int number, TimeSpan lifetime, PartDigest? digest = null);

    /// <summary>The parts the store has, by number; null when there is no such upload.</summary>
    Task<IReadOnlyList<UploadedPart>?> PartsAsync(string bucket, string key, string uploadId, CancellationToken cancellationToken = default);

    /// <summary>Makes the object of its parts and returns its entity tag, without quotes.</summary>
    Task<string> CompleteAsync(string bucket, string key, string uploadId, IReadOnlyCollection<UploadedPart> parts, CancellationToken cancellationToken = default);

    /// <summary>Throws the parts away; an absent upload is fine.</summary>
    Task AbortAsync(string bucket, string key, string uploadId, CancellationToken cancellationToken = default);

    /// <summary>The uploads below a prefix that are neither completed nor aborted, read as they are asked for.</summary>
    IAsyncEnumerable<OpenUpload> ListAsync(string bucket, string prefix, CancellationToken cancellationToken = default);
}

/// <summary>A part in the store.</summary>
/// <param name="Number">1 to 10,000.</param>
/// <param name="ETag">Without quotes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Digest">When the upload was started with a checksum.</param>
public sealed record UploadedPart(int Number, string ETag, long Bytes, PartDigest? Digest = null);

/// <summary>An upload that is under way, or abandoned.</summary>
/// <param name="Key">The key of the object to be.</param>
/// <param name="UploadId">The upload.</param>
/// <param name="StartedAt">UTC.</param>
public sealed record OpenUpload(string Key, string UploadId, DateTimeOffset StartedAt);
