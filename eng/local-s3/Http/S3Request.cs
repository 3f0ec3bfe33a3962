using System.Xml.Linq;
using Microsoft.AspNetCore.Http.Features;
using Streamix.LocalS3.Signing;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Http;

internal sealed class S3Request(HttpContext http, RequestTarget target, S3Address address)
{
    public HttpContext Http => http;

    public RequestTarget Target => target;

    public QueryParameters Query => target.Query;

    public string Method => http.Request.Method;

    public string Bucket => address.Bucket;

    public string Key => address.Key;

    public IHeaderDictionary Headers => http.Request.Headers;

    public HttpResponse Response => http.Response;

    public CancellationToken Aborted => http.RequestAborted;

    public RequestSignature Signature { get; set; } = RequestSignature.None;

    public static S3Request Parse(HttpContext http, string domain)
    {
        var target = RequestTarget.Parse(http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        return new(http, target, S3Address.Resolve(target.Path, http.Request.Host.Value ?? "", domain));
    }

    public string? Header(string name) =>
        http.Request.Headers.TryGetValue(name, out var value) && value.Count > 0 ? value.ToString() : null;

    public Task ReplyAsync(XElement body) => XmlReply.WriteAsync(http.Response, body);

    public Task NoContentAsync()
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
