using System.Text;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Streaming.PlaybackContext.Manifests;

/// <summary>The manifests of packages as they were made, read once from the bucket: a package never changes.</summary>
internal sealed class PackageManifests(IObjectStore objects, IOptions<PlaybackOptions> options) : IDisposable
{
    private const int Largest = 4 * 1024 * 1024;
    private const long MostCharacters = 64 * 1024 * 1024;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(6);
    private readonly MemoryCache _texts = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    /// <summary>Null when there is none.</summary>
    /// <param name="prefix">Of the package.</param>
    /// <param name="path">Below it.</param>
    public async Task<string?> ReadAsync(string prefix, string path, CancellationToken cancellationToken)
    {
        var key = prefix + path;
        if (_texts.TryGetValue(key, out string? known))
            return known;
        await using var found = await objects.GetAsync(options.Value.Renditions, key, cancellationToken: cancellationToken);
        if (found is null)
            return null;
        if (found.Facts.Bytes > Largest)
            throw new InvalidDataException("A manifest of a package is larger than any can be.");
        using var reader = new StreamReader(found.Content, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(cancellationToken);
        _texts.Set(key, text, new MemoryCacheEntryOptions { Size = text.Length + 1, SlidingExpiration = Kept });
        return text;
    }

    public void Dispose() => _texts.Dispose();
}
