using System.Globalization;
using System.Xml.Linq;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Lifecycle;

internal sealed record LifecycleRules(IReadOnlyList<LifecycleRule> Rules, XElement Xml)
{
    private const int Most = 1000;

    public static LifecycleRules Parse(XElement xml)
    {
        var rules = xml.All("Rule").Select(Rule).ToArray();
        if (rules.Length is 0 or > Most)
            throw S3Error.MalformedXml();
        if (rules.Where(r => r.Id.Length > 0).GroupBy(r => r.Id, StringComparer.Ordinal).Any(g => g.Count() > 1))
            throw S3Error.InvalidArgument("Rule ID must be unique. Found same ID for one or more rules");
        return new(rules, xml);
    }

    private static LifecycleRule Rule(XElement xml)
    {
        var filter = xml.One("Filter");
        var scope = filter?.One("And") ?? filter ?? xml;
        var expiration = xml.One("Expiration");
        return new(
            xml.Text("ID") ?? "",
            xml.Text("Status") switch { "Enabled" => true, "Disabled" => false, _ => throw S3Error.MalformedXml() },
            scope.Text("Prefix") ?? xml.Text("Prefix") ?? "",
            scope.All("Tag").ToDictionary(t => t.Text("Key") ?? "", t => t.Text("Value") ?? "", StringComparer.Ordinal),
            Number(scope, "ObjectSizeGreaterThan"), Number(scope, "ObjectSizeLessThan"),
            Days(xml.One("AbortIncompleteMultipartUpload"), "DaysAfterInitiation"),
            Days(expiration, "Days"),
            Date(expiration?.Text("Date")));
    }

    private static int? Days(XElement? parent, string name) =>
        parent?.Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days > 0 ? days
        : throw S3Error.InvalidArgument($"'{name}' must be a positive integer", name, text);

    private static long? Number(XElement parent, string name) =>
        parent.Text(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw S3Error.MalformedXml();

    private static DateTimeOffset? Date(string? text) =>
        text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date
        : throw S3Error.MalformedXml();
}
