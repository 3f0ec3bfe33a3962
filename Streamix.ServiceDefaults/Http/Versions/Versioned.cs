using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using Streamix.ServiceDefaults.Data;

namespace Streamix.ServiceDefaults.Http;

/// <summary>200 with an <c>ETag</c>; 304 when the caller has that version already.</summary>
public sealed class Versioned<T>(T value, uint version) : IResult, IStatusCodeHttpResult, IValueHttpResult, IValueHttpResult<T>, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public T? Value => value;

    object? IValueHttpResult.Value => value;

    /// <inheritdoc/>
    public int? StatusCode => StatusCodes.Status200OK;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        var tag = new EntityTagHeaderValue(RowVersion.ToETag(version));
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "private, no-cache";
        if (!HttpMethods.IsGet(httpContext.Request.Method) || !Has(httpContext.Request, tag))
            return response.WriteAsJsonAsync(value, httpContext.RequestAborted);

        response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(AnswersETag.Instance);
    }

    private static bool Has(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var tags)
        && tags.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false));
}

/// <summary>Makes versioned answers.</summary>
public static class Versioned
{
    /// <summary>200 with the entity tag of <paramref name="version"/>.</summary>
    public static Versioned<T> Ok<T>(T value, uint version) => new(value, version);

    /// <summary>200 with the entity tag of <paramref name="entity"/>.</summary>
    public static Versioned<T> Ok<T>(T value, IVersioned entity) => new(value, entity.Version);
}

/// <summary>Tells the OpenAPI document of the header.</summary>
internal sealed class AnswersETag
{
    public static AnswersETag Instance { get; } = new();
}
