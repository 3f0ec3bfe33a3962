using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Tests.Account;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ada@example.org", "ada@example.org")]
    [InlineData("  Ada@Example.ORG ", "ada@example.org")]
    [InlineData("ada.lovelace+films@example.org", "ada.lovelace+films@example.org")]
    [InlineData("o'brien_1@sub.example.co.uk", "o'brien_1@sub.example.co.uk")]
    [InlineData("a@b.cd", "a@b.cd")]
    [InlineData("user@bücher.example", "user@xn--bcher-kva.example")]
    [InlineData("user@BÜCHER.example", "user@xn--bcher-kva.example")]
    [InlineData("user@xn--bcher-kva.example", "user@xn--bcher-kva.example")]
    [InlineData("user@例え.テスト", "user@xn--r8jz45g.xn--zckzah")]
    public void TryParse_GoodAddress_HasOneKey(string text, string key) => EmailAddress.Parse(text).Key.ShouldBe(key);

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("@example.org")]
    [InlineData("ada@")]
    [InlineData("ada@example")]
    [InlineData("ada@@example.org")]
    [InlineData("ada@exam ple.org")]
    [InlineData("ada lovelace@example.org")]
    [InlineData(".ada@example.org")]
    [InlineData("ada.@example.org")]
    [InlineData("ada..l@example.org")]
    [InlineData("\"ada l\"@example.org")]
    [InlineData("adä@example.org")]
    [InlineData("ada@-example.org")]
    [InlineData("ada@example-.org")]
    [InlineData("ada@.example.org")]
    [InlineData("ada@example..org")]
    [InlineData("ada@example.org.")]
    [InlineData("ada@127.0.0.1")]
    [InlineData("ada@[127.0.0.1]")]
    [InlineData("ada@example.123")]
    [InlineData("ada@exa_mple.org")]
    [InlineData("ada@example.org\nBcc: eve@example.org")]
    [InlineData("ada@bu\u0308cher.example")]
    [InlineData("Ada <ada@example.org>")]
    public void TryParse_BadAddress_SaysWhy(string text)
    {
        EmailAddress.TryParse(text, out _, out var problem).ShouldBeFalse();
        problem.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData(64, true)]
    [InlineData(65, false)]
    public void TryParse_LocalPart_HasALimit(int length, bool good) => EmailAddress.TryParse($"{new string('a', length)}@example.org", out _, out _).ShouldBe(good);

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    public void TryParse_Label_HasALimit(int length, bool good) => EmailAddress.TryParse($"a@{new string('a', length)}.org", out _, out _).ShouldBe(good);

    [Fact]
    public void TryParse_WholeAddress_HasALimit()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('a', 49), 4));
        EmailAddress.TryParse($"{new string('a', 54)}@{domain}", out _, out _).ShouldBeTrue();
        EmailAddress.TryParse($"{new string('a', 55)}@{domain}", out _, out _).ShouldBeFalse();
    }
}
