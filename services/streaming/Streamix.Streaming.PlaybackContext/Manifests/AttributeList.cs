using System.Text;

namespace Streamix.Streaming.PlaybackContext.Manifests;

/// <summary>The attributes of a tag of HLS (RFC 8216, 4.2) in their order, values as they are written.</summary>
internal sealed class AttributeList
{
    private readonly List<(string Name, string Value)> _attributes = [];

    public static AttributeList Parse(string text)
    {
        var list = new AttributeList();
        for (var at = 0; at < text.Length;)
        {
            var equals = text.IndexOf('=', at);
            if (equals < 0)
                break;
            var end = EndOfValue(text, equals + 1);
            list._attributes.Add((text[at..equals].Trim(), text[(equals + 1)..end]));
            at = end + 1;
        }
        return list;
    }

    /// <summary>Without quotes; null when it is absent.</summary>
    public string? Text(string name) => _attributes.Find(a => a.Name == name).Value?.Trim('"');

    public AttributeList With(string name, string text)
    {
        var list = new AttributeList();
        list._attributes.AddRange(_attributes);
        var quoted = (name, $"\"{text}\"");
        var at = list._attributes.FindIndex(a => a.Name == name);
        if (at < 0)
            list._attributes.Add(quoted);
        else
            list._attributes[at] = quoted;
        return list;
    }

    /// <summary>Changed only when it is there.</summary>
    public AttributeList WithChanged(string name, Func<string, string> change) => Text(name) is { } present ? With(name, change(present)) : this;

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in _attributes)
            text.Append(text.Length == 0 ? "" : ",").Append(name).Append('=').Append(value);
        return text.ToString();
    }

    private static int EndOfValue(string text, int at)
    {
        var quoted = false;
        for (; at < text.Length && (quoted || text[at] != ','); at++)
            quoted ^= text[at] == '"';
        return at;
    }
}
