using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Streamix.Media.Tests.Jobs;

/// <summary>Stands between a worker and the object store, and breaks off as a test says.</summary>
internal sealed class BrokenLine : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new();

    private BrokenLine(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single() + "/source?signature=secret");

    /// <summary>The signed address in the store.</summary>
    public Uri Target { get; set; } = null!;

    /// <summary>Bytes after which each answer breaks off; they arrive, since the connection is closed and not reset.</summary>
    public int? BreakAfter { get; set; }

    /// <summary>So many calls are answered as if the address had expired.</summary>
    public int Forbidden { get; set; }

    public bool IgnoresRanges { get; set; }

    /// <summary>So many bytes too much.</summary>
    public int Tail { get; set; }

    /// <summary>Where each call began.</summary>
    public ConcurrentQueue<long> Ranges { get; } = [];

    public static async Task<BrokenLine> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var line = new BrokenLine(builder.Build());
        line._app.MapGet("/source", line.AnswerAsync);
        await line._app.StartAsync();
        return line;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (Forbidden-- > 0)
        {
            context.Response.StatusCode = 403;
            return;
        }
        var from = context.Request.GetTypedHeaders().Range?.Ranges.Single().From ?? 0;
        Ranges.Enqueue(from);
        using var request = new HttpRequestMessage(HttpMethod.Get, Target);
        if (!IgnoresRanges)
            request.Headers.Range = new(from, null);
        using var response = await _http.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.Headers.ETag = response.Headers.ETag!.ToString();
        if (response.Content.Headers.ContentRange is { } range)
            context.Response.Headers.ContentRange = range.ToString();
        context.Response.ContentLength = body.Length + Tail;
        await context.Response.Body.WriteAsync(body.AsMemory(0, Math.Min(BreakAfter ?? body.Length, body.Length)));
        await context.Response.Body.WriteAsync(new byte[Tail]);
        await context.Response.Body.FlushAsync();
    }
}
