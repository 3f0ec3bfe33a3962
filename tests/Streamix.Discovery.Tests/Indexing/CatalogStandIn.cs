using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Web;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Tests.Indexing;

/// <summary>The catalog's two internal routes, answered from memory.</summary>
internal sealed class CatalogStandIn : HttpMessageHandler
{
    public ConcurrentDictionary<Guid, TitleDocument> Titles { get; } = new();

    public bool IsDown { get; set; }

    /// <summary>Called before a page is answered.</summary>
    public Func<Task> BeforePage { get; set; } = () => Task.CompletedTask;

    public void Put(params IEnumerable<TitleDocument> titles)
    {
        foreach (var title in titles)
            Titles[title.TitleId] = title;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (IsDown)
            return new(HttpStatusCode.ServiceUnavailable);
        var address = request.RequestUri!;
        if (address.AbsolutePath == "/internal/documents")
        {
            await BeforePage();
            var query = HttpUtility.ParseQueryString(address.Query);
            Guid? after = Guid.TryParse(query["after"], out var id) ? id : null;
            return Json(Titles.Values.Where(t => t.Published && (after is null || t.TitleId.CompareTo(after.Value) > 0)).OrderBy(t => t.TitleId).Take(int.Parse(query["limit"]!)).ToArray());
        }
        return Titles.TryGetValue(Guid.Parse(address.Segments[^1]), out var found) ? Json(found) : new(HttpStatusCode.NotFound);
    }

    private static HttpResponseMessage Json<T>(T content) =>
        new(HttpStatusCode.OK) { Content = new StringContent(JsonSerializer.Serialize(content, JsonDefaults.Options), Encoding.UTF8, "application/json") };
}
