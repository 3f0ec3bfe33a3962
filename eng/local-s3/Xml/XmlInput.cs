using System.Xml;
using System.Xml.Linq;
using Streamix.LocalS3.Errors;

namespace Streamix.LocalS3.Xml;

internal static class XmlInput
{
    // S3 clients disagree about namespaces, so everything is found by local name.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = Limits.LargeXml,
    };

    public static XElement Parse(byte[] body, string root)
    {
        try
        {
            CheckDepth(body);
            using var reader = XmlReader.Create(new MemoryStream(body), Settings);
            var element = XElement.Load(reader);
            return element.Name.LocalName == root ? element : throw S3Error.MalformedXml();
        }
        catch (XmlException)
        {
            throw S3Error.MalformedXml();
        }
    }

    public static IEnumerable<XElement> All(this XElement parent, string name) =>
        parent.Elements().Where(e => e.Name.LocalName == name);

    public static XElement? One(this XElement parent, string name) => parent.All(name).FirstOrDefault();

    public static string? Text(this XElement parent, string name) => parent.One(name)?.Value;

    private static void CheckDepth(byte[] body)
    {
        using var reader = XmlReader.Create(new MemoryStream(body), Settings);
        while (reader.Read())
        {
            if (reader.Depth > Limits.XmlDepth)
                throw S3Error.MalformedXml();
        }
    }
}
