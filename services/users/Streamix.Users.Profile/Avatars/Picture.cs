using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Streamix.Users.Profile.Avatars;

/// <summary>A picture whose address says its content: kept by the browser, and not even opened when it has it.</summary>
internal sealed class Picture(string tag, TimeSpan lifetime, Func<Task<Stream?>> open) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(byte[]), [AvatarSet.ContentType]));

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
            response.ContentType = AvatarSet.ContentType;
            await stream.CopyToAsync(response.Body, httpContext.RequestAborted);
        }
    }

    private void Describe(HttpResponse response, EntityTagHeaderValue own)
    {
        response.Headers.ETag = own.ToString();
        response.Headers.CacheControl = string.Create(CultureInfo.InvariantCulture, $"private, max-age={(long)lifetime.TotalSeconds}, immutable");
        response.Headers.XContentTypeOptions = "nosniff";
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue own) =>
        EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var tags)
        && tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(own, useStrongComparison: false));
}
