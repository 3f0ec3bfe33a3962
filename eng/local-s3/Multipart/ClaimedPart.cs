using System.Globalization;
using System.Xml.Linq;
using Streamix.LocalS3.Checksums;
using Streamix.LocalS3.Errors;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Multipart;

/// <summary>A line of the client's list when it completes an upload.</summary>
internal sealed record ClaimedPart(int Number, string ETag, Checksum? Checksum)
{
    public static IReadOnlyList<ClaimedPart> Parse(XElement body)
    {
        var parts = body.All("Part").Select(One).ToArray();
        return parts.Length is > 0 and <= Limits.Parts ? parts : throw S3Error.MalformedXml();
    }

    private static ClaimedPart One(XElement part)
    {
        if (!int.TryParse(part.Text("PartNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || part.Text("ETag") is not { } etag)
            throw S3Error.MalformedXml();
        var checksum = ChecksumNames.Each()
            .Select(a => part.Text(a.XmlName()) is { } value ? new Checksum(a, value) : null)
            .FirstOrDefault(c => c is not null);
        return new(number, etag.Trim().Trim('"'), checksum);
    }
}
