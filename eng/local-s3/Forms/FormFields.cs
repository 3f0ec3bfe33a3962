using Microsoft.Extensions.Primitives;
using Streamix.LocalS3.Http;

namespace Streamix.LocalS3.Forms;

/// <summary>The fields before the file of a browser's upload.</summary>
internal sealed class FormFields
{
    private static readonly string[] Own = ["key", "policy", "tagging", "acl"];

    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);

    public string? this[string name] => fields.GetValueOrDefault(name);

    public IEnumerable<string> Names => fields.Keys;

    public int Count => fields.Count;

    /// <summary>The fields that a put would carry as headers.</summary>
    public ICollection<KeyValuePair<string, StringValues>> AsHeaders() =>
        [.. fields.Where(f => !Own.Contains(f.Key)).Select(f => KeyValuePair.Create(f.Key, new StringValues(HeaderText.Of(f.Value))))];

    public void Add(string name, string value) => fields[name] = value;
}
