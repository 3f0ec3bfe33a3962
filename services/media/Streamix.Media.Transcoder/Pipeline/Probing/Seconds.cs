using System.Globalization;

namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>Times as ffprobe and ffmpeg write and read them.</summary>
internal static class Seconds
{
    /// <summary><c>-0:01:02.345678</c> or <c>62.345678</c>; 0 for what is neither.</summary>
    public static double Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return 0;
        var (negative, total) = (text[0] == '-', 0.0);
        foreach (var part in text.TrimStart('-').Split(':'))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return 0;
            total = total * 60 + value;
        }

        return negative ? -total : total;
    }

    public static string Write(double seconds) => seconds.ToString("0.######", CultureInfo.InvariantCulture);
}
