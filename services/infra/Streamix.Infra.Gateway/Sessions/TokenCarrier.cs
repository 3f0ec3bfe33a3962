using Microsoft.Extensions.Primitives;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>Where a request carries its access token: the Authorization header, else the browser's cookie.</summary>
internal static class TokenCarrier
{
    public const string AccessCookie = "__Host-streamix-access";

    /// <summary>Every cookie that stands for a session has one of these beginnings.</summary>
    private static readonly string[] SessionCookies = ["__Host-streamix-", "__Secure-streamix-"];

    public static ReadOnlyMemory<char> Find(HttpContext context, out bool fromCookie)
    {
        fromCookie = context.Request.Headers.Authorization.Count == 0;
        return fromCookie ? Cookie(context) : Bearer(context);
    }

    public static ReadOnlyMemory<char> Bearer(HttpContext context)
    {
        var header = context.Request.Headers.Authorization;
        return header is [{ Length: > 7 } value] && value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? value.AsMemory(7).Trim()
            : default;
    }

    private static ReadOnlyMemory<char> Cookie(HttpContext context)
    {
        foreach (var line in context.Request.Headers.Cookie)
        {
            if (Find(line, AccessCookie) is { Length: > 0 } found)
            {
                return found;
            }
        }

        return default;
    }

    public static bool HasSessionCookie(HttpContext context)
    {
        foreach (var line in context.Request.Headers.Cookie)
        {
            foreach (var name in SessionCookies)
            {
                if (line?.Contains(name, StringComparison.Ordinal) == true)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The cookies a service may see: all but the access token, which travels as Authorization.</summary>
    public static StringValues WithoutAccess(StringValues cookies)
    {
        if (!cookies.Any(c => c?.Contains(AccessCookie, StringComparison.Ordinal) == true))
        {
            return cookies;
        }

        var kept = cookies.SelectMany(c => (c ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(c => !c.StartsWith(AccessCookie + "=", StringComparison.Ordinal));
        var text = string.Join("; ", kept);
        return text.Length == 0 ? StringValues.Empty : text;
    }

    private static ReadOnlyMemory<char> Find(string? line, string name)
    {
        var rest = line.AsMemory();
        while (rest.Length > 0)
        {
            var end = rest.Span.IndexOf(';');
            var pair = (end < 0 ? rest : rest[..end]).Trim();
            rest = end < 0 ? default : rest[(end + 1)..];
            if (pair.Length > name.Length && pair.Span[name.Length] == '=' && pair.Span.StartsWith(name, StringComparison.Ordinal))
            {
                return pair[(name.Length + 1)..];
            }
        }

        return default;
    }
}
