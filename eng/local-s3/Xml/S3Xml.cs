using System.Globalization;
using System.Xml.Linq;

namespace Streamix.LocalS3.Xml;

internal static class S3Xml
{
    public static readonly XNamespace Namespace = "http://s3.amazonaws.com/doc/2006-03-01/";

    public static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    public static XElement? Optional(string name, string? value) => value is null ? null : Element(name, value);

    public static string Time(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Flag(bool value) => value ? "true" : "false";

    public static XElement Owner(string name = "Owner") =>
        Element(name, Element("ID", "streamix"), Element("DisplayName", "streamix"));
}
