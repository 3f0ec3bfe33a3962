using Streamix.Users.Contracts.Languages;

namespace Streamix.Users.Tests.Profile;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("en", "en")]
    [InlineData("PT-br", "pt-BR")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    [InlineData("es-419", "es-419")]
    [InlineData("sl-Rozaj-biske", "sl-rozaj-biske")]
    [InlineData("de-ch-1901", "de-CH-1901")]
    [InlineData("zh-yue-HK", "zh-yue-HK")]
    public void Canonical_WellFormed_HasItsUsualCase(string tag, string canonical) => LanguageTag.Canonical(tag).ShouldBe(canonical);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("english-")]
    [InlineData("en_US")]
    [InlineData("en-US-")]
    [InlineData("x-private")]
    [InlineData("en-u-ca-buddhist")]
    [InlineData("en\n")]
    [InlineData("sl-rozaj-biske-1994-abcdefgh-ijklmno")]
    public void IsValid_NotWellFormed_IsFalse(string? tag) => LanguageTag.IsValid(tag).ShouldBeFalse();
}
