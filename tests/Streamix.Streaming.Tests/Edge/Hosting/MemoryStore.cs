using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Streaming.Tests.Edge.Hosting;

/// <summary>A store in memory that counts what is asked of it, and may be slow or away.</summary>
internal sealed class MemoryStore : IObjectStore
{
    private readonly ConcurrentDictionary<string, byte[]> _objects = new(StringComparer.Ordinal);

    /// <summary>Objects that were given whole.</summary>
    public ConcurrentQueue<string> Fills { get; } = new();

    /// <summary>Questions whether an object is still the same.</summary>
    public int Heads;

    public volatile bool IsAway;

    /// <summary>Objects that are listed and cannot be read.</summary>
    public HashSet<string> Broken { get; } = [];

    public TimeSpan Slowness { get; set; }

    public byte[] Add(string key, int bytes)
    {
        var content = RandomNumberGenerator.GetBytes(bytes);
        return _objects[key] = content;
    }

    public void Remove(string key) => _objects.TryRemove(key, out _);

    public async Task<StoredObject?> GetAsync(string bucket, string key, (long First, long Last)? range = null, CancellationToken cancellationToken = default)
    {
        await ArriveAsync(cancellationToken);
        if (Broken.Contains(key))
            throw new IOException("The object cannot be read.");
        if (!_objects.TryGetValue(key, out var content))
            return null;
        Fills.Enqueue(key);
        return new(Facts(key, content), new MemoryStream(content), Stream.Null);
    }

    public async Task<ObjectFacts?> HeadAsync(string bucket, string key, CancellationToken cancellationToken = default)
    {
        await ArriveAsync(cancellationToken);
        Interlocked.Increment(ref Heads);
        return _objects.TryGetValue(key, out var content) ? Facts(key, content) : null;
    }

    public async IAsyncEnumerable<ObjectFacts> ListAsync(string bucket, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await ArriveAsync(cancellationToken);
        foreach (var (key, content) in _objects.Where(o => o.Key.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(o => o.Key, StringComparer.Ordinal))
            yield return Facts(key, content);
    }

    public Task<string> PutAsync(string bucket, string key, Stream content, PutOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task DeleteAsync(string bucket, string key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Task EnsureBucketAsync(string bucket, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public Uri PresignGet(string bucket, string key, TimeSpan lifetime, string? fileName = null) => throw new NotSupportedException();

    public Uri PresignPut(string bucket, string key, TimeSpan lifetime, string contentType) => throw new NotSupportedException();

    public PresignedPost PresignPost(string bucket, string key, TimeSpan lifetime, string contentType, long minBytes, long maxBytes) => throw new NotSupportedException();

    private static ObjectFacts Facts(string key, byte[] content) => new(
        key, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))[..32], key.EndsWith(".m3u8", StringComparison.Ordinal) ? "application/vnd.apple.mpegurl" : "video/iso.segment",
        DateTimeOffset.UnixEpoch.AddYears(50));

    private async Task ArriveAsync(CancellationToken cancellationToken)
    {
        if (Slowness > TimeSpan.Zero)
            await Task.Delay(Slowness, cancellationToken);
        if (IsAway)
            throw new HttpRequestException("The store is away.");
    }
}
