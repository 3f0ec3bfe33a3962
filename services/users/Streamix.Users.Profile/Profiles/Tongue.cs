using Streamix.Users.Contracts.Languages;

namespace Streamix.Users.Profile.Profiles;

/// <summary>Languages as they come from other services.</summary>
internal static class Tongue
{
    public const string Fallback = "en";

    /// <summary>The tag in its usual case; English when it is none.</summary>
    public static string Of(string? tag) => LanguageTag.IsValid(tag) ? LanguageTag.Canonical(tag!) : Fallback;
}
