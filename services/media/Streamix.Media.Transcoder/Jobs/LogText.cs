using System.Text.RegularExpressions;

namespace Streamix.Media.Transcoder.Jobs;

/// <summary>Takes out of a text what an operator's screen must not show.</summary>
internal static partial class LogText
{
    private const string Hidden = "…";

    /// <summary>Without queries of addresses (signatures), long hexadecimal or Base64 runs (keys), folders of this machine and control characters.</summary>
    public static string Clean(string text, int length)
    {
        var clean = Queries().Replace(text, m => m.Groups[1].Value + Hidden);
        clean = Folders().Replace(clean, m => Hidden + m.Groups[1].Value);
        clean = Keys().Replace(clean, Hidden);
        clean = Controls().Replace(clean, " ");
        return clean.Length <= length ? clean : string.Concat(Hidden, clean.AsSpan(clean.Length - length + 1));
    }

    [GeneratedRegex(@"(https?://[^\s?'""]+\?)[^\s'""]+", RegexOptions.IgnoreCase)]
    private static partial Regex Queries();

    /// <summary>An absolute path keeps its last part.</summary>
    [GeneratedRegex(@"(?<![\w:/.])/(?:[\w.\-]+/)+([\w.\-]*)")]
    private static partial Regex Folders();

    [GeneratedRegex(@"(?<![\w-])(?:[0-9a-fA-F]{32,}|[A-Za-z0-9+/_]{43,}={0,2})(?![\w-])")]
    private static partial Regex Keys();

    [GeneratedRegex(@"[\u0000-\u0008\u000B-\u001F\u007F]+")]
    private static partial Regex Controls();
}
