using System.Text;
using System.Text.RegularExpressions;

namespace Streamix.Comms.Tests.Smtp;

/// <summary>A message as it came over the wire, read by these tests' own eyes (RFC 5322, 2045, 2046, 2047).</summary>
internal sealed partial class Received
{
    public Received(string from, IReadOnlyList<string> to, string data)
    {
        (From, To, Data) = (from, to, data);
        var split = data.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        Headers = ReadHeaders(data[..split]);
        Parts = ReadParts(Headers, data[(split + 4)..]);
    }

    public string From { get; }

    public IReadOnlyList<string> To { get; }

    public string Data { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    public IReadOnlyList<(string Type, string Text)> Parts { get; }

    public string MessageId => this["Message-ID"]!;

    public string Subject => this["Subject"]!;

    public string Text => Parts.Single(p => p.Type == "text/plain").Text;

    public string Html => Parts.Single(p => p.Type == "text/html").Text;

    public string? this[string header] => Headers.Where(h => h.Key.Equals(header, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).SingleOrDefault();

    private static List<KeyValuePair<string, string>> ReadHeaders(string text) =>
        [.. text.Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n")
            .Select(line => line.Split(':', 2)).Select(pair => KeyValuePair.Create(pair[0], Words(pair[1].Trim())))];

    private static List<(string, string)> ReadParts(IReadOnlyList<KeyValuePair<string, string>> headers, string body)
    {
        var type = Value(headers, "Content-Type") ?? "text/plain";
        if (!type.StartsWith("multipart/", StringComparison.Ordinal))
            return [(type.Split(';')[0].Trim(), Decode(body, Value(headers, "Content-Transfer-Encoding") ?? "7bit"))];
        var boundary = "--" + Boundary().Match(type).Groups[1].Value;
        return [.. ("\r\n" + body).Split("\r\n" + boundary)[1..^1].Select(part => part.TrimStart('-')[2..]).SelectMany(part =>
        {
            var split = part.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            return ReadParts(ReadHeaders(part[..split]), part[(split + 4)..]);
        })];
    }

    private static string Decode(string body, string encoding) => encoding.ToLowerInvariant() switch
    {
        "base64" => Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\r\n", "", StringComparison.Ordinal))),
        "quoted-printable" => QuotedPrintable(body.Replace("=\r\n", "", StringComparison.Ordinal)),
        _ => body,
    };

    private static string Words(string value) => EncodedWord().Replace(BetweenWords().Replace(value, "?==?"), word =>
        word.Groups[1].Value is "B" or "b" ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[2].Value)) : QuotedPrintable(word.Groups[2].Value.Replace('_', ' ')));

    private static string QuotedPrintable(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
            else
                bytes.AddRange(Encoding.UTF8.GetBytes([text[i]]));
            i += text[i] == '=' ? 2 : 0;
        }
        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static string? Value(IReadOnlyList<KeyValuePair<string, string>> headers, string name) =>
        headers.Where(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => h.Value).FirstOrDefault();

    [GeneratedRegex("boundary=\"?([^\";]+)\"?")]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=\?utf-8\?([BbQq])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+=\?")]
    private static partial Regex BetweenWords();
}
