using System.Text;
using System.Text.RegularExpressions;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Assets;

/// <summary>A caption file by what is in it; what its sender calls it does not count.</summary>
/// <param name="Format"><c>vtt</c>, <c>srt</c> or <c>ass</c>.</param>
/// <param name="Content">UTF-8 without a byte order mark.</param>
internal sealed partial record CaptionFile(string Format, byte[] Content)
{
    /// <summary>Ten times the captions of a long movie.</summary>
    public const int MostBytes = 2 << 20;

    public string ContentType => Format switch
    {
        "vtt" => "text/vtt; charset=utf-8",
        "srt" => "application/x-subrip",
        _ => "text/x-ssa",
    };

    /// <exception cref="ProblemException">415 for what is no caption file, 422 for one without a caption.</exception>
    public static CaptionFile Read(ReadOnlySpan<byte> file)
    {
        var text = Text(file) ?? throw Unknown();
        var format = FormatOf(text) ?? throw Unknown();
        return HasCaption(format, text)
            ? new(format, Encoding.UTF8.GetBytes(text))
            : throw new ProblemException(StatusCodes.Status422UnprocessableEntity, "The file has no captions in it.");
    }

    private static ProblemException Unknown() =>
        new(StatusCodes.Status415UnsupportedMediaType, "Send WebVTT, SubRip or ASS captions as UTF-8 or UTF-16 text.");

    private static string? Text(ReadOnlySpan<byte> file)
    {
        Encoding encoding = file switch
        {
            [0xff, 0xfe, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xfe, 0xff, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => new UTF8Encoding(false, throwOnInvalidBytes: true),
        };
        try
        {
            var text = encoding.GetString(file).TrimStart('\ufeff');
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? FormatOf(string text) =>
        VttHeader().IsMatch(text) ? "vtt" : AssHeader().IsMatch(text) ? "ass" : SrtHeader().IsMatch(text) ? "srt" : null;

    private static bool HasCaption(string format, string text) => format switch
    {
        "vtt" => VttCaption().IsMatch(text),
        "ass" => AssCaption().IsMatch(text),
        _ => true,
    };

    [GeneratedRegex(@"\AWEBVTT(?:[ \t\r\n]|\z)")]
    private static partial Regex VttHeader();

    [GeneratedRegex(@"^(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}[ \t]+-->[ \t]+(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}", RegexOptions.Multiline)]
    private static partial Regex VttCaption();

    [GeneratedRegex(@"\A(?:[ \t]*(?:;[^\n]*)?\r?\n)*[ \t]*\[Script Info\]", RegexOptions.IgnoreCase)]
    private static partial Regex AssHeader();

    [GeneratedRegex(@"^Dialogue:", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex AssCaption();

    [GeneratedRegex(@"\A\s*\d+[ \t]*\r?\n\d{1,2}:[0-5]\d:[0-5]\d[,.]\d{1,3}[ \t]*-->[ \t]*\d{1,2}:[0-5]\d:[0-5]\d[,.]\d{1,3}")]
    private static partial Regex SrtHeader();
}
