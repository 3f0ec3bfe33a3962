using System.Collections.Concurrent;
using System.Text;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Tests.Jobs;

/// <summary>Stands for media-catalog: knows where sources are. The bytes lie in the real object store of the tests.</summary>
internal sealed class FakeCatalog : HttpMessageHandler
{
    public const string Begin = "source of ";
    private const string Bucket = "jobs-sources";
    private readonly ConcurrentDictionary<Guid, AssetSource> _sources = [];

    /// <summary>Not to be reached.</summary>
    public bool Down { get; set; }

    public AssetsClient Client => new(new HttpClient(this, disposeHandler: false) { BaseAddress = new("http://media-catalog") });

    /// <summary>Stores a source and tells its upload.</summary>
    public async Task<AssetUploaded> UploadAsync(
        IObjectStore objects, int priority = 5, bool encrypt = false, byte[]? content = null, params (string Language, string Text)[] texts)
    {
        var asset = Guid.CreateVersion7();
        content ??= Encoding.UTF8.GetBytes($"{Begin}{asset}");
        await objects.EnsureBucketAsync(Bucket);
        var tag = await objects.PutAsync(Bucket, $"catalog/{asset}/source", new MemoryStream(content));
        List<TextSource> beside = [];
        foreach (var (language, text) in texts)
        {
            await objects.PutAsync(Bucket, $"catalog/{asset}/texts/{language}.vtt", new MemoryStream(Encoding.UTF8.GetBytes(text)));
            beside.Add(new(objects.PresignGet(Bucket, $"catalog/{asset}/texts/{language}.vtt", TimeSpan.FromHours(1)), language, "captions", "vtt"));
        }
        var address = objects.PresignGet(Bucket, $"catalog/{asset}/source", TimeSpan.FromHours(1));
        _sources[asset] = new(address, content.Length, tag, DateTimeOffset.UtcNow.AddHours(1), beside);
        return new(asset, Guid.CreateVersion7(), AssetKinds.Feature, "film.mp4", content.Length, encrypt, [new("intro", 0, 1)], priority, DateTimeOffset.UtcNow);
    }

    public AssetSource? Find(Guid asset) => _sources.GetValueOrDefault(asset);

    public void Remove(Guid asset) => _sources.TryRemove(asset, out _);

    public void Change(Guid asset, Func<AssetSource, AssetSource> change) => _sources[asset] = change(_sources[asset]);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Down)
            throw new HttpRequestException("The catalog is down.");
        var asset = Guid.Parse(request.RequestUri!.Segments[3].TrimEnd('/'));
        return Task.FromResult(_sources.TryGetValue(asset, out var source)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(source, options: JsonDefaults.Options) }
            : new HttpResponseMessage(HttpStatusCode.NotFound));
    }
}
