using System.Collections.Concurrent;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Streaming.Tests.History.Hosting;

/// <summary>Stands for media-catalog: knows what plays and what comes next.</summary>
internal sealed class FakeCatalog : HttpMessageHandler
{
    private readonly ConcurrentDictionary<Guid, PlayableTitle> _titles = [];
    private int _asked;

    public bool Down { get; set; }

    /// <summary>It takes questions and never answers.</summary>
    public bool Silent { get; set; }

    /// <summary>It fails on this one.</summary>
    public Guid Broken { get; set; }

    public int Asked => Volatile.Read(ref _asked);

    public PlayablesClient Client => new(new HttpClient(this, disposeHandler: false) { BaseAddress = new("http://media-catalog") });

    public Guid Movie(bool published = true, string kind = TitleKinds.Movie) => Put(new(Guid.CreateVersion7(), 1, published, kind, Guid.CreateVersion7(), Package(), "en", null, null, null, null));

    /// <summary>A series with one season.</summary>
    public (Guid Series, Guid[] Episodes) Series(int episodes)
    {
        var (series, ids) = (Guid.CreateVersion7(), Enumerable.Range(0, episodes).Select(_ => Guid.CreateVersion7()).ToArray());
        for (var i = 0; i < episodes; i++)
            Put(new(ids[i], 1, true, TitleKinds.Episode, Guid.CreateVersion7(), Package(), "en", series, 1, i + 1, i + 1 < episodes ? new(ids[i + 1], 1, i + 2) : null));
        return (series, ids);
    }

    public Guid Put(PlayableTitle title) => (_titles[title.TitleId] = title).TitleId;

    public PlayableTitle Get(Guid id) => _titles[id];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        if (Silent)
            await Task.Delay(Timeout.Infinite, cancellationToken);
        var id = Guid.Parse(request.RequestUri!.Segments[^1]);
        if (Down || id == Broken)
            throw new HttpRequestException("down");
        return _titles.TryGetValue(id, out var title)
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(title, options: JsonDefaults.Options) }
            : new HttpResponseMessage(HttpStatusCode.NotFound);
    }

    private static MediaPackage Package() => new("1", "transcoder/x/1/", 1000, "master.m3u8", null, "manifest.mpd", null, [], [], [], "poster.jpg", null, null, [new("credits", 900, 1000)], 1);
}
