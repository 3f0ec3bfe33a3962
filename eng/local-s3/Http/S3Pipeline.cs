using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Streamix.LocalS3.Cors;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Routing;
using Streamix.LocalS3.Signing;
using Streamix.LocalS3.Storage;

namespace Streamix.LocalS3.Http;

internal sealed class S3Pipeline(
    Operations operations, Authenticator authenticator, CorsResponder cors, DataFolder data, IOptions<LocalS3Options> options, ILogger<S3Pipeline> log)
{
    // "-" can never be a bucket, so this path cannot hide an object.
    private const string Health = "/-/health";

    public async Task InvokeAsync(HttpContext http)
    {
        http.Response.Headers["x-amz-request-id"] = http.TraceIdentifier;
        try
        {
            if (IsHealth(http))
                await AnswerHealthAsync(http);
            else
                await AnswerAsync(S3Request.Parse(http, options.Value.Domain));
        }
        catch (Exception error) when (!http.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(http, error);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or BadHttpRequestException)
        {
            Log.ClientGone(log, http.TraceIdentifier);
        }
    }

    // Judged by the raw target: "/bucket/../-/health" is a key.
    private static bool IsHealth(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) && http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget == Health;

    private async Task AnswerAsync(S3Request request)
    {
        if (HttpMethods.IsOptions(request.Method))
        {
            cors.Preflight(request);
            return;
        }
        cors.Decorate(request);
        var operation = operations.Find(request);
        if (operation?.SignsItself != true)
            request.Signature = authenticator.Authenticate(request);
        if (operation is null)
            throw Operations.Refusal(request);
        await operation.Handler(request);
    }

    private async Task AnswerHealthAsync(HttpContext http)
    {
        http.Response.StatusCode = data.IsPresent ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        await http.Response.WriteAsync(data.IsPresent ? "Healthy" : "Data folder is gone", http.RequestAborted);
    }

    private async Task RefuseAsync(HttpContext http, Exception error)
    {
        if (http.Response.HasStarted)
        {
            Log.Broken(log, error, http.TraceIdentifier);
            http.Abort();
            return;
        }
        var refusal = Refusals.Of(error);
        if (refusal.Status >= StatusCodes.Status500InternalServerError && error is not S3Exception)
            Log.Failed(log, error, http.TraceIdentifier);
        http.Response.Headers.Remove("ETag");
        http.Response.ContentLength = null;
        await ErrorReply.WriteAsync(http, refusal);
    }
}
