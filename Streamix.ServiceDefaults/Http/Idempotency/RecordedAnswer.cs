using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Streamix.ServiceDefaults.Http;

/// <summary>An answer that can be given again.</summary>
internal sealed record RecordedAnswer(int Status, IReadOnlyDictionary<string, string[]> Headers, byte[] Body) : IResult
{
    private static readonly HashSet<string> NotKept = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.SetCookie, HeaderNames.Date, HeaderNames.ContentLength, HeaderNames.TransferEncoding, HeaderNames.Connection, HeaderNames.RetryAfter,
    };

    public bool Replayed { get; init; }

    /// <summary>Server errors and refusals of the moment are no answer to the request as such.</summary>
    public bool IsFinal => Status is < 500 and not (401 or 403 or 408 or 429);

    /// <summary>Runs a handler and its result against a buffer; what they set stays out of the response until the answer itself is executed.</summary>
    public static async Task<RecordedAnswer> OfAsync(HttpContext context, Func<ValueTask<object?>> handler)
    {
        var response = context.Response;
        var (features, before) = (context.Features, response.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase));
        var real = features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var buffer = new MemoryStream();
        var body = new StreamResponseBodyFeature(buffer, real);
        features.Set<IHttpResponseBodyFeature>(body);
        try
        {
            await WriteAsync(context, await handler());
            await body.CompleteAsync();
            var headers = response.Headers.Where(h => !before.ContainsKey(h.Key)).ToDictionary(h => h.Key, h => h.Value.ToArray()!, StringComparer.OrdinalIgnoreCase);
            return new(response.StatusCode, headers!, buffer.ToArray());
        }
        finally
        {
            features.Set(real);
            response.StatusCode = StatusCodes.Status200OK;
            response.Headers.Clear();
            foreach (var (name, value) in before)
                response.Headers[name] = value;
        }
    }

    public static RecordedAnswer Replay(IdempotencyRecord record) =>
        new(record.Status, JsonSerializer.Deserialize<Dictionary<string, string[]>>(record.Headers)!, record.Body) { Replayed = true };

    public string HeadersToKeep() => JsonSerializer.Serialize(Headers.Where(h => !NotKept.Contains(h.Key)).ToDictionary(StringComparer.OrdinalIgnoreCase));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        foreach (var (name, values) in Headers)
            response.Headers[name] = new StringValues(values);
        if (Replayed)
            response.Headers["Idempotency-Replayed"] = "true";
        if (Body.Length == 0)
            return;
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, httpContext.RequestAborted);
    }

    private static Task WriteAsync(HttpContext context, object? result) => result switch
    {
        null => Task.CompletedTask,
        IResult executable => executable.ExecuteAsync(context),
        string text => TypedResults.Text(text).ExecuteAsync(context),
        _ => context.Response.WriteAsJsonAsync(result, result.GetType(), context.RequestAborted),
    };
}
