namespace Streamix.Media.Drm.Licences;

/// <summary>A key as it is, for HLS (RFC 8216, 4.3.2.4).</summary>
internal sealed class KeyAnswer(Issue issue) : IResult, IStatusCodeHttpResult
{
    public const string Type = "application/octet-stream";

    public int? StatusCode => StatusCodes.Status200OK;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        using (issue)
        {
            var key = issue.Keys[0].Key.AsMemory();
            KeyHeaders.Write(httpContext.Response, issue.ExpiresAt);
            httpContext.Response.ContentType = Type;
            httpContext.Response.ContentLength = key.Length;
            await httpContext.Response.Body.WriteAsync(key, httpContext.RequestAborted);
        }
    }
}
