using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Streamix.LocalS3.Xml;

internal static class XmlReply
{
    // Keys may hold characters XML 1.0 forbids; S3 writes them as references all the same.
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(false), CheckCharacters = false };

    public static async Task WriteAsync(HttpResponse response, XElement body)
    {
        var text = Render(body);
        response.ContentType = "application/xml";
        response.ContentLength = text.Length;
        await response.Body.WriteAsync(text, response.HttpContext.RequestAborted);
    }

    private static ReadOnlyMemory<byte> Render(XElement body)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, Settings))
            body.WriteTo(writer);
        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
