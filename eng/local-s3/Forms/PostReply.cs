using Microsoft.AspNetCore.Http.Extensions;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Objects;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Forms;

internal static class PostReply
{
    public static Task WriteAsync(S3Request request, FormFields fields, ObjectRecord record)
    {
        var location = $"{request.Http.Request.Scheme}://{request.Http.Request.Host}/{request.Bucket}/{Percent.Encode(record.Key, keepSlash: true)}";
        PutObject.Tell(request.Response, record);
        request.Response.Headers.Location = location;
        var redirect = fields["success_action_redirect"] ?? fields["redirect"];
        if (Uri.TryCreate(redirect, UriKind.Absolute, out var target) && target.Scheme is "http" or "https")
            return Redirect(request, target!, record);
        if (fields["success_action_status"] == "201")
        {
            request.Response.StatusCode = StatusCodes.Status201Created;
            return request.ReplyAsync(S3Xml.Element("PostResponse",
                S3Xml.Element("Location", location), S3Xml.Element("Bucket", request.Bucket),
                S3Xml.Element("Key", record.Key), S3Xml.Element("ETag", record.QuotedETag)));
        }
        request.Response.StatusCode = fields["success_action_status"] == "200" ? StatusCodes.Status200OK : StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task Redirect(S3Request request, Uri target, ObjectRecord record)
    {
        var query = new QueryBuilder { { "bucket", request.Bucket }, { "key", record.Key }, { "etag", record.QuotedETag } }.ToString();
        var address = target.GetComponents(UriComponents.HttpRequestUrl, UriFormat.UriEscaped);
        request.Response.StatusCode = StatusCodes.Status303SeeOther;
        request.Response.Headers.Location = target.Query.Length > 0 ? $"{address}&{query[1..]}" : address + query;
        return Task.CompletedTask;
    }
}
