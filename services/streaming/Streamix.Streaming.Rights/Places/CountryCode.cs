namespace Streamix.Streaming.Rights.Places;

/// <summary>ISO 3166-1 alpha-2, by its form.</summary>
internal static class CountryCode
{
    public static bool IsValid(string? code) => code is { Length: 2 } && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]);
}
