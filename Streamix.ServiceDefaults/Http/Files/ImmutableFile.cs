using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Streamix.ServiceDefaults.Http;

/// <summary>A file whose address says its content: kept by whoever has it, and not even opened then (304).</summary>
/// <param name="tag">The entity tag without quotes.</param>
/// <param name="contentType">Its media type.</param>
/// <param name="lifetime">How long it may be kept.</param>
/// <param name="isPublic">Also by caches that many share.</param>
/// <param name="open">The bytes; null when there are none (404).</param>
public abstract class ImmutableFile(string tag, string contentType, TimeSpan lifetime, bool isPublic, Func<Task<Stream?>> open) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var own = new EntityTagHeaderValue($"\"{tag}\"");
        if (Has(httpContext.Request, own))
        {
            Describe(response, own);
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        if (await open() is not { } stream)
        {
            await TypedResults.NotFound().ExecuteAsync(httpContext);
            return;
        }
        await using (stream)
        {
            Describe(response, own);
            response.ContentType = contentType;
            await stream.CopyToAsync(response.Body, httpContext.RequestAborted);
        }
    }

    /// <summary>Tells the OpenAPI document of the answer.</summary>
    protected static void Produces(EndpointBuilder builder, string contentType) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(byte[]), [contentType]));

    private void Describe(HttpResponse response, EntityTagHeaderValue own)
    {
        response.Headers.ETag = own.ToString();
        response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"{(isPublic ? "public" : "private")}, max-age={(long)lifetime.TotalSeconds}, immutable");
        response.Headers.XContentTypeOptions = "nosniff";
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue own) =>
        EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var tags)
        && tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(own, useStrongComparison: false));
}
