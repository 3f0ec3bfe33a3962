using System.Collections.Concurrent;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Streaming.Tests.Playbacks.Hosting;

/// <summary>Stands for media-catalog and users-profile.</summary>
internal sealed class FakeRoutes : HttpMessageHandler
{
    private int _asked;

    public ConcurrentDictionary<Guid, PlayableTitle> Titles { get; } = [];

    public bool CatalogDown { get; set; }

    public bool ProfilesDown { get; set; }

    /// <summary>What the profiles prefer, as JSON.</summary>
    public string Preferences { get; set; } = """{"audioLanguage":"de","captions":{"mode":"off","style":{"size":100}},"autoplayNext":true,"skipIntros":true,"dataSaver":"off"}""";

    public Func<ProfileEntry, ProfileEntryAnswer> Enter { get; set; } = entry =>
        new(entry.Pin == "2580" ? ProfileEntryOutcomes.Entered : ProfileEntryOutcomes.PinWrong, false, 18, entry.Pin == "2580" ? null : 4, null);

    public int Asked => Volatile.Read(ref _asked);

    public HttpClient Client(string resource) => new(this, disposeHandler: false) { BaseAddress = new($"http://{resource}") };

    public PlayableTitle Add(bool encrypted = true, string kind = TitleKinds.Movie, NextEpisode? next = null, bool published = true)
    {
        var title = new PlayableTitle(Guid.CreateVersion7(), 7, published, kind, Guid.CreateVersion7(), Packaged.Package(encrypted), "en", null, null, null, next);
        return Titles[title.TitleId] = title;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (path.StartsWith("/internal/playables/", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _asked);
            if (CatalogDown)
                throw new HttpRequestException("down");
            return Titles.TryGetValue(Guid.Parse(path.Split('/')[^1]), out var title) ? Json(title) : new(HttpStatusCode.NotFound);
        }
        if (ProfilesDown)
            throw new HttpRequestException("down");
        if (path.EndsWith("/entries", StringComparison.Ordinal))
            return Json(Enter((await request.Content!.ReadFromJsonAsync<ProfileEntry>(JsonDefaults.Options, cancellationToken))!));
        return new(HttpStatusCode.OK) { Content = new StringContent(Preferences, System.Text.Encoding.UTF8, "application/json") };
    }

    private static HttpResponseMessage Json<T>(T value) => new(HttpStatusCode.OK) { Content = JsonContent.Create(value, options: JsonDefaults.Options) };
}
