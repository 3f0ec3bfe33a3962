using System.Xml.Linq;

namespace Streamix.LocalS3.Tests.Hosting;

internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public XElement Xml => XElement.Parse(Body);

    /// <summary>The S3 error code.</summary>
    public string Code => Value("Code");

    public string Value(string name) => Xml.Descendants().First(e => e.Name.LocalName == name).Value;

    public IEnumerable<string> Values(string name) => Xml.Descendants().Where(e => e.Name.LocalName == name).Select(e => e.Value);
}
