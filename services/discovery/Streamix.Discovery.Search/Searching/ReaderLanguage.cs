using Microsoft.Net.Http.Headers;
using Streamix.Users.Contracts.Languages;

namespace Streamix.Discovery.Search.Searching;

/// <summary>The language somebody reads best.</summary>
internal static class ReaderLanguage
{
    private const string Usual = "en";

    /// <summary>What was asked for, else the first of the header (RFC 9110, 12.5.4), else English.</summary>
    public static string Of(string? asked, string? header) =>
        asked ?? (StringWithQualityHeaderValue.TryParseList([header ?? ""], out var accepted)
            ? accepted.Where(a => a.Quality is not 0).OrderByDescending(a => a.Quality ?? 1).Select(a => a.Value.Value).FirstOrDefault(LanguageTag.IsValid)
            : null) ?? Usual;
}
