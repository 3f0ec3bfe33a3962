using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Refuses what no handler should meet: floods, two lengths, text that does not decode, foreign charsets, encoded bodies nobody asked for.</summary>
internal sealed class RequestGuard(RequestDelegate next, IOptions<HttpLimits> limits)
{
    public Task InvokeAsync(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        RequestSize.Check(context.Request, target, limits.Value);
        if (RequestFraming.IsAmbiguous(context.Request.Headers))
            throw new ProblemException(StatusCodes.Status400BadRequest, "Content-Length and Transfer-Encoding exclude each other.");

        if (!EncodedText.IsClean(target.Length > 0 ? target : context.Request.QueryString.Value))
            throw new ProblemException(StatusCodes.Status400BadRequest, "The address is not valid UTF-8 text.");

        var request = context.Request;
        if (request.Headers.ContentType.Count > 0 && !IsReadable(request.ContentType))
            throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, "The content type or its charset is not accepted; send UTF-8.");

        if (request.Headers.ContentEncoding.Count > 0 && !IsIdentity(request) && context.GetEndpoint()?.Metadata.GetMetadata<AcceptsEncodedBody>() is null)
        {
            context.Response.Headers.AcceptEncoding = "identity";
            throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, "Compressed bodies are not accepted here.");
        }

        return next(context);
    }

    private static bool IsReadable(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase));

    private static bool IsIdentity(HttpRequest request) => request.Headers.ContentEncoding is [var only] && string.Equals(only, "identity", StringComparison.OrdinalIgnoreCase);
}
