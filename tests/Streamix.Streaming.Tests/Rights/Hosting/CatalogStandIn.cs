using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Streaming.Tests.Rights.Hosting;

/// <summary>The catalog's documents, answered from memory.</summary>
internal sealed class CatalogStandIn : HttpMessageHandler
{
    private int _asked;

    public ConcurrentDictionary<Guid, TitleDocument> Titles { get; } = new();

    public bool IsDown { get; set; }

    public int Asked => Volatile.Read(ref _asked);

    public TitleDocument Put(TitleDocument title) => Titles[title.TitleId] = title;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        if (IsDown)
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));
        return Task.FromResult(Titles.TryGetValue(Guid.Parse(request.RequestUri!.Segments[^1]), out var found) && (found.Kind != TitleKinds.Trailer || request.RequestUri.Query == "?trailers=true")
            ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(found, JsonDefaults.Options), Encoding.UTF8, "application/json") }
            : new HttpResponseMessage(HttpStatusCode.NotFound));
    }

    /// <summary>Handlers are made anew by the factory; this one stays.</summary>
    protected override void Dispose(bool disposing)
    {
    }
}
