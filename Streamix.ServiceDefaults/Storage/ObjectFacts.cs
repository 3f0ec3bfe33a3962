namespace Streamix.ServiceDefaults.Storage;

/// <summary>What is known of an object.</summary>
/// <param name="Key">The key.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="ETag">Without quotes.</param>
/// <param name="ContentType">Null in listings.</param>
/// <param name="ModifiedAt">UTC.</param>
public sealed record ObjectFacts(string Key, long Bytes, string ETag, string? ContentType, DateTimeOffset ModifiedAt);

/// <summary>What goes with an object.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="CacheControl">For those who fetch it.</param>
/// <param name="Metadata">Names without the <c>x-amz-meta-</c>.</param>
public sealed record PutOptions(string ContentType = "application/octet-stream", string? CacheControl = null, IReadOnlyDictionary<string, string>? Metadata = null);

/// <summary>A form for a browser: POST <see cref="Fields"/> and then the file, named <c>file</c>, as multipart/form-data.</summary>
public sealed record PresignedPost(Uri Url, IReadOnlyDictionary<string, string> Fields);

/// <summary>An object being read.</summary>
public sealed class StoredObject(ObjectFacts facts, Stream content, IDisposable owner) : IAsyncDisposable
{
    /// <summary>What is known of it; <see cref="ObjectFacts.Bytes"/> is the length of <see cref="Content"/>.</summary>
    public ObjectFacts Facts { get; } = facts;

    /// <summary>The bytes, streamed.</summary>
    public Stream Content { get; } = content;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync();
        owner.Dispose();
    }
}
