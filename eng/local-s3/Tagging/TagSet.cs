using System.Xml.Linq;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Http;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Tagging;

internal static class TagSet
{
    public const int MostPerObject = 10;
    public const int MostPerBucket = 50;

    /// <summary>From <c>x-amz-tagging: a=1&amp;b=2</c>.</summary>
    public static Dictionary<string, string> FromHeader(string? header) =>
        Checked(QueryParameters.Parse(header ?? "").Pairs, MostPerObject);

    public static Dictionary<string, string> Parse(XElement tagging, int most)
    {
        var set = tagging.One("TagSet") ?? throw S3Error.MalformedXml();
        return Checked(set.All("Tag").Select(t => KeyValuePair.Create(
            t.Text("Key") ?? throw S3Error.MalformedXml(), t.Text("Value") ?? throw S3Error.MalformedXml())), most);
    }

    public static XElement ToXml(Dictionary<string, string> tags) =>
        S3Xml.Element("Tagging", S3Xml.Element("TagSet", tags.Select(t =>
            S3Xml.Element("Tag", S3Xml.Element("Key", t.Key), S3Xml.Element("Value", t.Value)))));

    private static Dictionary<string, string> Checked(IEnumerable<KeyValuePair<string, string>> pairs, int most)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in pairs)
        {
            if (key.Length is 0 or > 128 || key.StartsWith("aws:", StringComparison.Ordinal))
                throw Invalid("The TagKey you have provided is invalid");
            if (value.Length > 256)
                throw Invalid("The TagValue you have provided is invalid");
            if (!tags.TryAdd(key, value))
                throw Invalid("Cannot provide multiple Tags with the same key");
        }
        return tags.Count <= most ? tags : throw new S3Exception(400, "BadRequest", $"Object tags cannot be greater than {most}");
    }

    private static S3Exception Invalid(string message) => new(400, "InvalidTag", message);
}
