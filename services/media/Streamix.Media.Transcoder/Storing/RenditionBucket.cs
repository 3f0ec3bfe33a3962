using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Transcoder.Storing;

/// <summary>The bucket of packages and work, made when it is first used.</summary>
internal sealed class RenditionBucket(IObjectStore objects, IOptions<TranscoderOptions> options)
{
    private volatile bool _exists;

    public string Name => options.Value.Renditions;

    public async Task PutAsync(string key, Stream content, PutOptions put, CancellationToken cancellationToken)
    {
        await EnsureAsync(cancellationToken);
        await objects.PutAsync(Name, key, content, put, cancellationToken);
    }

    public Task<StoredObject?> GetAsync(string key, CancellationToken cancellationToken) => objects.GetAsync(Name, key, null, cancellationToken);

    public async IAsyncEnumerable<ObjectFacts> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await EnsureAsync(cancellationToken);
        await foreach (var found in objects.ListAsync(Name, prefix, cancellationToken))
            yield return found;
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken) => objects.DeleteAsync(Name, key, cancellationToken);

    private async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (!_exists)
            await objects.EnsureBucketAsync(Name, cancellationToken);
        _exists = true;
    }
}
