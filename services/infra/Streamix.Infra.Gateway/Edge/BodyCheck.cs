using Microsoft.AspNetCore.Http.Features;
using Streamix.Infra.Gateway.Catalogue;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>Size and kind of a body, as far as the headers tell; Kestrel counts the rest while it arrives.</summary>
internal static class BodyCheck
{
    /// <returns>0, or the status to refuse with.</returns>
    public static int Check(HttpContext context, RoutePolicy policy)
    {
        var request = context.Request;
        if (request.ContentLength is null && request.Headers.TransferEncoding.Count == 0 && HttpProtocol.IsHttp11(request.Protocol))
        {
            return 0;
        }

        if (request.ContentLength > policy.MaxBodyBytes)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = policy.MaxBodyBytes;
        }

        return request.ContentLength is 0 || Accepts(policy.Consumes, request.ContentType) ? 0 : StatusCodes.Status415UnsupportedMediaType;
    }

    private static bool Accepts(IReadOnlyList<string> consumes, string? contentType)
    {
        if (consumes.Count == 0)
        {
            return true;
        }

        var type = contentType.AsSpan();
        var end = type.IndexOf(';');
        type = (end < 0 ? type : type[..end]).Trim();
        foreach (var accepted in consumes)
        {
            if (type.Equals(accepted, StringComparison.OrdinalIgnoreCase)
                || (accepted.EndsWith("/*", StringComparison.Ordinal) && type.StartsWith(accepted.AsSpan(0, accepted.Length - 1), StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }
}
