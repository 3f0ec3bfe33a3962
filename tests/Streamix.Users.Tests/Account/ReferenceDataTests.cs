using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Addresses;

namespace Streamix.Users.Tests.Account;

public sealed class ReferenceDataTests
{
    [Fact]
    public void Countries_OfIso3166_AreTwoHundredFortyNine() => Countries.Count.ShouldBe(249);

    [Theory]
    [InlineData("GB", true)]
    [InlineData("DE", true)]
    [InlineData("gb", false)]
    [InlineData("UK", false)]
    [InlineData("EU", false)]
    [InlineData("XX", false)]
    [InlineData("", false)]
    public void Knows_Code_Decides(string code, bool known) => Countries.Knows(code).ShouldBe(known);

    [Theory]
    [InlineData("en", "en")]
    [InlineData("EN-gb", "en-GB")]
    [InlineData("pt-br", "pt-BR")]
    [InlineData("zh-hant-tw", "zh-Hant-TW")]
    [InlineData("sr-Latn", "sr-Latn")]
    [InlineData("es-419", "es-419")]
    [InlineData("fil-PH", "fil-PH")]
    public void TryCanonical_GoodTag_HasItsCase(string tag, string expected)
    {
        Locales.TryCanonical(tag, out var canonical).ShouldBeTrue();
        canonical.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("xx")]
    [InlineData("english")]
    [InlineData("en_GB")]
    [InlineData("en-")]
    [InlineData("en-XX")]
    [InlineData("en-GB-oed")]
    [InlineData("en-GB-u-ca")]
    [InlineData("../en")]
    public void TryCanonical_BadTag_IsRefused(string tag) => Locales.TryCanonical(tag, out _).ShouldBeFalse();

    [Theory]
    [InlineData("DE", "10115", true)]
    [InlineData("DE", "1011", false)]
    [InlineData("DE", null, false)]
    [InlineData("GB", "sw1y 4lb", true)]
    [InlineData("GB", "M1 1AE", true)]
    [InlineData("GB", "12345", false)]
    [InlineData("US", "12345-6789", true)]
    [InlineData("US", "1234", false)]
    [InlineData("CA", "K1A 0B1", true)]
    [InlineData("NL", "1012 AB", true)]
    [InlineData("PL", "00-001", true)]
    [InlineData("JP", "100-0001", true)]
    [InlineData("IE", null, true)]
    [InlineData("IE", "D02 AF30", true)]
    [InlineData("AE", null, true)]
    [InlineData("PE", "15001", true)]
    [InlineData("PE", "<script>", false)]
    public void Complaint_PostalCode_FitsItsCountry(string country, string? code, bool good) => (PostalCodes.Complaint(country, code) is null).ShouldBe(good);
}
