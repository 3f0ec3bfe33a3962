using System.Xml.Linq;
using Streamix.LocalS3.Storage;
using Streamix.LocalS3.Xml;

namespace Streamix.LocalS3.Listing;

internal static class ListingXml
{
    public static IEnumerable<XElement> CommonPrefixes(IEnumerable<string> prefixes, KeyEncoding encoding) =>
        prefixes.Select(p => S3Xml.Element("CommonPrefixes", S3Xml.Element("Prefix", encoding.Apply(p))));

    public static IEnumerable<XElement> Contents(ListingPage page, KeyEncoding encoding, bool owner) =>
        page.Keys.Select(k => Item("Contents", k, encoding, owner));

    public static XElement Item(string name, ListedKey item, KeyEncoding encoding, bool owner) => S3Xml.Element(name,
        S3Xml.Element("Key", encoding.Apply(item.Key)),
        S3Xml.Element("LastModified", S3Xml.Time(item.Entry.Modified)),
        S3Xml.Element("ETag", $"\"{item.Entry.ETag}\""),
        S3Xml.Element("Size", item.Entry.Size),
        S3Xml.Element("StorageClass", StorageClasses.Name(item.Entry.StorageClass)),
        owner ? S3Xml.Owner() : null);
}
