using System.Text.Unicode;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>
/// Refuses paths that two parsers could read differently, before anything is matched: what routing sees and what the
/// service would make of it must be the same, or internal addresses come within reach.
/// </summary>
internal static class PathGuard
{
    private static readonly string[] Roots = ["health", "alive", "metrics", "openapi"];

    public static PathVerdict Check(ReadOnlySpan<char> rawTarget)
    {
        var query = rawTarget.IndexOf('?');
        var path = query < 0 ? rawTarget : rawTarget[..query];
        if (rawTarget.Contains('%') && !IsText(rawTarget))
        {
            return PathVerdict.Malformed;
        }

        return HasTrick(path) || IsInternal(path) ? PathVerdict.Hidden : PathVerdict.Clean;
    }

    /// <summary>True of <c>/internal</c> at any depth and of a service's own addresses at its root.</summary>
    public static bool IsInternal(ReadOnlySpan<char> path)
    {
        var first = true;
        foreach (var range in path.Split('/'))
        {
            var segment = path[range];
            if (segment.IsEmpty)
            {
                continue;
            }

            if (segment.Equals("internal", StringComparison.OrdinalIgnoreCase) || (first && IsRoot(segment)))
            {
                return true;
            }

            first = first && IsPrefix(segment);
        }

        return false;
    }

    private static bool IsPrefix(ReadOnlySpan<char> segment) =>
        segment.Equals("api", StringComparison.OrdinalIgnoreCase) || segment.Equals("v1", StringComparison.OrdinalIgnoreCase);

    private static bool IsRoot(ReadOnlySpan<char> segment)
    {
        foreach (var root in Roots)
        {
            if (segment.Equals(root, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasTrick(ReadOnlySpan<char> path)
    {
        if (path.Contains('\\') || path.Contains("//", StringComparison.Ordinal) || path.Contains("/.", StringComparison.Ordinal) && HasDots(path))
        {
            return true;
        }

        for (var at = path.IndexOf('%'); at >= 0; at = Next(path, at))
        {
            if (IsStructure(Byte(path, at)) || Byte(path, at) == '%' && IsEscape(path[(at + 3)..]))
            {
                return true;
            }
        }

        return false;
    }

    private static int Next(ReadOnlySpan<char> path, int at)
    {
        var next = path[(at + 1)..].IndexOf('%');
        return next < 0 ? -1 : at + 1 + next;
    }

    /// <summary>Letters too: nobody but an attacker writes the i of internal as %69.</summary>
    private static bool IsStructure(int value) => value is '/' or '\\' or '.' || char.IsAsciiLetterOrDigit((char)value) || value < ' ' || value == 127;

    private static bool IsEscape(ReadOnlySpan<char> rest) => rest.Length >= 2 && char.IsAsciiHexDigit(rest[0]) && char.IsAsciiHexDigit(rest[1]);

    private static bool HasDots(ReadOnlySpan<char> path)
    {
        foreach (var range in path.Split('/'))
        {
            if (path[range] is "." or "..")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsText(ReadOnlySpan<char> target)
    {
        Span<byte> bytes = target.Length <= 1024 ? stackalloc byte[target.Length] : new byte[target.Length];
        var length = 0;
        for (var i = 0; i < target.Length; i++)
        {
            var value = (int)target[i];
            if (value == '%')
            {
                if (!IsEscape(target[(i + 1)..]))
                {
                    return false;
                }

                value = Byte(target, i);
                i += 2;
            }

            if (value is 0 or > 255)
            {
                return false;
            }

            bytes[length++] = (byte)value;
        }

        return Utf8.IsValid(bytes[..length]);
    }

    private static int Byte(ReadOnlySpan<char> text, int at) => (Digit(text[at + 1]) << 4) | Digit(text[at + 2]);

    private static int Digit(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
