using System.Globalization;
using System.Xml.Linq;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Cors;

internal sealed record CorsRules(IReadOnlyList<CorsRule> Rules, XElement Xml)
{
    private const int Most = 100;
    private static readonly string[] Methods = ["GET", "PUT", "HEAD", "POST", "DELETE"];

    public static CorsRules Parse(XElement xml)
    {
        var rules = xml.All("CORSRule").Select(Rule).ToArray();
        return rules.Length is > 0 and <= Most ? new(rules, xml) : throw S3Error.MalformedXml();
    }

    public CorsRule? Find(string origin, string method, IReadOnlyCollection<string> headers) =>
        Rules.FirstOrDefault(r => r.Allows(origin, method, headers));

    private static CorsRule Rule(XElement xml)
    {
        var rule = new CorsRule(
            Values(xml, "AllowedOrigin"), Values(xml, "AllowedMethod"), Values(xml, "AllowedHeader"), Values(xml, "ExposeHeader"), MaxAge(xml));
        if (rule.Origins.Count == 0 || rule.Methods.Count == 0)
            throw S3Error.MalformedXml();
        if (rule.Methods.FirstOrDefault(m => !Methods.Contains(m)) is { } method)
            throw S3Error.InvalidRequest($"Found unsupported HTTP method in CORS config. Unsupported method is {method}");
        if (rule.Origins.Concat(rule.Headers).FirstOrDefault(p => p.Count(c => c == '*') > 1) is { } pattern)
            throw S3Error.InvalidRequest($"\"{pattern}\" can not have more than one wildcard.");
        return rule;
    }

    private static string[] Values(XElement xml, string name) => [.. xml.All(name).Select(e => e.Value.Trim())];

    private static int? MaxAge(XElement xml) =>
        xml.Text("MaxAgeSeconds") is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds
        : throw S3Error.MalformedXml();
}
