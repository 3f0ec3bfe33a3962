using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Streamix.ServiceDefaults.Storage;
using Streamix.Streaming.Edge.Access;

namespace Streamix.Streaming.Edge.Origin;

/// <summary>Objects of the bucket, whole, streamed; and whether the one that nginx has is still the same.</summary>
internal sealed partial class OriginHandler(IObjectStore store, EdgeMetrics metrics, IOptions<EdgeOptions> options, ILogger<OriginHandler> logger)
{
    private const int CopyBytes = 128 * 1024;

    public async Task HandleAsync(HttpContext http)
    {
        var began = Stopwatch.GetTimestamp();
        var (request, response) = (http.Request, http.Response);
        try
        {
            var bytes = await AnswerAsync(request, response, http.RequestAborted);
            metrics.Filled(response.StatusCode, bytes, Stopwatch.GetElapsedTime(began));
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            metrics.Filled(StatusCodes.Status499ClientClosedRequest, 0, Stopwatch.GetElapsedTime(began));
        }
        catch (Exception e)
        {
            metrics.Filled(StatusCodes.Status503ServiceUnavailable, 0, Stopwatch.GetElapsedTime(began));
            Log.Failed(logger, e.GetType().Name);
            // A length that is not kept tells nginx that this is not the whole object.
            if (response.HasStarted)
                http.Abort();
            else
                Refuse(response);
        }
    }

    private async Task<long> AnswerAsync(HttpRequest request, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return 0;
        }

        var (bucket, key) = (options.Value.Renditions, request.Path.Value![1..]);
        var known = request.Headers.IfNoneMatch.ToString();
        if (HttpMethods.IsHead(request.Method) || known.Length > 0)
        {
            var facts = await store.HeadAsync(bucket, key, cancellationToken);
            if (facts is null || HttpMethods.IsHead(request.Method) || known == Tag(facts))
            {
                Describe(response, facts, facts is not null && known == Tag(facts) ? StatusCodes.Status304NotModified : StatusCodes.Status200OK);
                return 0;
            }
        }

        await using var found = await store.GetAsync(bucket, key, null, cancellationToken);
        Describe(response, found?.Facts, StatusCodes.Status200OK);
        if (found is null)
            return 0;
        await found.Content.CopyToAsync(response.Body, CopyBytes, cancellationToken);
        return found.Facts.Bytes;
    }

    private static void Describe(HttpResponse response, ObjectFacts? facts, int status)
    {
        if (facts is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        response.StatusCode = status;
        response.Headers.ETag = Tag(facts);
        response.Headers.LastModified = facts.ModifiedAt.ToString("R", CultureInfo.InvariantCulture);
        response.Headers.AcceptRanges = "bytes";
        if (status == StatusCodes.Status304NotModified)
            return;
        response.Headers[HeaderNames.ContentType] = facts.ContentType ?? "application/octet-stream";
        response.ContentLength = facts.Bytes;
    }

    private static void Refuse(HttpResponse response)
    {
        response.Clear();
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = "1";
    }

    private static string Tag(ObjectFacts facts) => $"\"{facts.ETag}\"";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The store did not give an object ({Error}); what the cache has is served on")]
        public static partial void Failed(ILogger logger, string error);
    }
}
