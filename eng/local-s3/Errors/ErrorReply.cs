using System.Xml.Linq;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Errors;

internal static class ErrorReply
{
    public static async Task WriteAsync(HttpContext http, S3Exception error)
    {
        var response = http.Response;
        response.StatusCode = error.Status;
        if (HttpMethods.IsHead(http.Request.Method) || error.Status == StatusCodes.Status304NotModified)
            return;
        var body = new XElement("Error",
            new XElement("Code", error.Code),
            new XElement("Message", error.Message),
            error.Details.Select(d => new XElement(d.Name, d.Value)),
            new XElement("Resource", http.Request.Path.Value),
            new XElement("RequestId", http.TraceIdentifier));
        await XmlReply.WriteAsync(response, body);
    }
}
