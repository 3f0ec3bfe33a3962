namespace Streamix.Auth.Session.Families;

internal static class SessionId
{
    /// <summary>32 small hexadecimal digits, and nothing else that could name a key.</summary>
    public static bool IsValid(string? text) => text is { Length: 32 } && text.All(char.IsAsciiHexDigitLower);
}
