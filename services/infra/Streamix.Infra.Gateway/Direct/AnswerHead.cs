using System.Text;

namespace Streamix.Infra.Gateway.Direct;

/// <summary>How the body of an answer is delimited (RFC 9112, 6.3).</summary>
internal enum Framing
{
    None,
    Length,
    Chunked,
    UntilEnd,
}

/// <summary>Reads the head of an answer strictly: what is not certain is refused, or the next answer would be somebody else's.</summary>
internal struct AnswerHead
{
    private bool _chunked, _close, _hasLength;

    public int Status { get; private set; }

    public long Length { get; private set; }

    /// <summary>The Content-Length to hand on.</summary>
    public readonly long? Declared => _hasLength && Status is not (204 or 304) ? Length : null;

    public readonly bool MayReuse(Framing framing) => !_close && framing != Framing.UntilEnd;

    public readonly Framing FramingOf(bool isHead) =>
        isHead || Status is 204 or 304 ? Framing.None
        : _chunked ? Framing.Chunked
        : !_hasLength ? Framing.UntilEnd
        : Length == 0 ? Framing.None
        : Framing.Length;

    /// <param name="head">Everything before the empty line, each line with its end.</param>
    public static AnswerHead Read(ReadOnlySpan<byte> head, List<KeyValuePair<string, string>> headers)
    {
        var answer = new AnswerHead();
        var end = head.IndexOf("\r\n"u8);
        answer.ReadStatus(head[..end]);
        head = head[(end + 2)..];
        while (head.Length > 0)
        {
            end = head.IndexOf("\r\n"u8);
            answer.ReadHeader(head[..end], headers);
            head = head[(end + 2)..];
        }

        if (answer._chunked && answer._hasLength)
        {
            throw new BadAnswerException("two lengths");
        }

        return answer;
    }

    public static int StatusOf(ReadOnlySpan<byte> line) =>
        line.Length >= 12 && line.StartsWith("HTTP/1."u8) && line[7] is (byte)'0' or (byte)'1' && line[8] == ' ' && (line.Length == 12 || line[12] is (byte)' ' or (byte)'\r')
            && int.TryParse(line.Slice(9, 3), out var status) && status is >= 100 and <= 599
            ? status
            : throw new BadAnswerException("no status");

    private void ReadStatus(ReadOnlySpan<byte> line)
    {
        Status = StatusOf(line);
        _close = line[7] == '0';
    }

    private void ReadHeader(ReadOnlySpan<byte> line, List<KeyValuePair<string, string>> headers)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0 || !AnswerHeaders.IsName(line[..colon]) || line.ContainsAny((byte)'\r', (byte)'\n', (byte)0))
        {
            throw new BadAnswerException("a broken header");
        }

        var name = AnswerHeaders.Name(line[..colon]);
        var value = line[(colon + 1)..].Trim(" \t"u8);
        if (!ReadFraming(name, value) && !AnswerHeaders.IsLeftOut(name))
        {
            headers.Add(new(name, Encoding.Latin1.GetString(value)));
        }
    }

    private bool ReadFraming(string name, ReadOnlySpan<byte> value)
    {
        switch (name)
        {
            case "Content-Length":
                var isNumber = long.TryParse(value, out var length) && length >= 0 && !value.ContainsAnyExceptInRange((byte)'0', (byte)'9');
                if (!isNumber || (_hasLength && length != Length))
                {
                    throw new BadAnswerException("an unclear length");
                }

                (_hasLength, Length) = (true, length);
                return true;
            case "Transfer-Encoding":
                _chunked = !_chunked && Ascii.EqualsIgnoreCase(value, "chunked"u8) ? true : throw new BadAnswerException("an unknown transfer encoding");
                return true;
            case "Connection":
                _close |= !Ascii.EqualsIgnoreCase(value, "keep-alive"u8);
                return true;
            default:
                return false;
        }
    }
}
