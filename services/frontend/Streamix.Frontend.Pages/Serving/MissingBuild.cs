namespace Streamix.Frontend.Pages.Serving;

/// <summary>For whoever runs the platform: why there is nothing to see yet.</summary>
internal static class MissingBuild
{
    private const string Page = """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not built yet</title></head>
        <body>
        <h1>The app has not been built yet</h1>
        <p><code>./streamix up</code> builds it and starts the platform. While the platform runs, <code>npm run build</code> in <code>services/frontend</code> does.</p>
        </body>
        </html>
        """;

    public static IResult Answer(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.RetryAfter = "5";
        return TypedResults.Text(Page, "text/html; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);
    }
}
