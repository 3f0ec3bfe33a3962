namespace Streamix.LocalS3.Http;

internal sealed class QueryParameters(IReadOnlyList<KeyValuePair<string, string>> pairs)
{
    public IReadOnlyList<KeyValuePair<string, string>> Pairs => pairs;

    public string? this[string name]
    {
        get
        {
            foreach (var pair in pairs)
                if (pair.Key == name)
                    return pair.Value;
            return null;
        }
    }

    public bool Has(string name) => this[name] is not null;

    public static QueryParameters Parse(string text)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var part in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=');
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? "" : part[(equals + 1)..];
            pairs.Add(new(Percent.DecodeText(name, plusIsSpace: true), Percent.DecodeText(value, plusIsSpace: true)));
        }
        return new(pairs);
    }
}
