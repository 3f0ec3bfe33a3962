using System.Text.Json;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Tests.Account;

public sealed class DetailsTests(AccountHost host) : IClassFixture<AccountHost>
{
    private static readonly object Details = new { displayName = "Ada L.", givenName = "Ada", familyName = "Lovelace", birthDate = "1990-12-10", phone = "+44 20 7123 4567" };

    [Fact]
    public async Task Read_MyAccount_HasAnETag()
    {
        var email = AccountCalls.Somebody();
        var client = host.User(await host.AccountAsync(email));
        var answer = await client.GetAsync("/account").ShouldAnswerAsync(200);
        (await AccountHost.JsonAsync(answer)).GetProperty("email").GetString().ShouldBe(email);
        answer.Headers.ETag.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("pending")]
    [InlineData("suspended")]
    [InlineData("closed")]
    public async Task Read_AccountNotInUse_Is404(string status) =>
        await host.User(await host.AccountAsync(status: AccountStatusNames.Parse(status))).GetAsync("/account").ShouldAnswerAsync(404);

    [Fact]
    public async Task Change_WithTheReadVersion_ReplacesAll()
    {
        var client = host.User(await host.AccountAsync());
        var tag = (await client.GetAsync("/account")).Headers.ETag!.Tag;
        var changed = await AccountHost.JsonAsync(await client.PutAsync("/account/details", Details, tag));
        (changed.GetProperty("familyName").GetString(), changed.GetProperty("phone").GetString()).ShouldBe(("Lovelace", "+442071234567"));
        await client.PutAsync("/account/details", Details, tag).ShouldAnswerAsync(412);
        await client.PutAsync("/account/details", Details, null).ShouldAnswerAsync(428);
        (await AccountHost.JsonAsync(await client.PutAsync("/account/details", new { displayName = "Ada" }))).GetProperty("phone").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("displayName", "")]
    [InlineData("phone", "12345")]
    [InlineData("phone", "+44 20 CALL ME")]
    [InlineData("birthDate", "2990-01-01")]
    [InlineData("birthDate", "1800-01-01")]
    [InlineData("familyName", "two\nlines")]
    public async Task Change_BadField_Is422(string field, string value)
    {
        var draft = JsonSerializer.SerializeToNode(Details)!.AsObject();
        draft[field] = value;
        var answer = await host.User(await host.AccountAsync()).PutAsync("/account/details", draft).ShouldAnswerAsync(422);
        (await answer.ErrorAsync(field)).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task ChangeLocale_Once_TellsOthersOnce()
    {
        var id = await host.AccountAsync();
        var client = host.User(id);
        for (var i = 0; i < 2; i++)
            (await AccountHost.JsonAsync(await client.PutAsync("/account/locale", new { locale = "PT-br", country = "BR" }))).GetProperty("locale").GetString().ShouldBe("pt-BR");
        var told = (await host.EventsAsync(id)).ShouldHaveSingleItem();
        (told.Type, told.Body.GetProperty("country").GetString()).ShouldBe(("users.account.locale-changed", "BR"));
        await client.PutAsync("/account/locale", new { locale = "pt-BR", country = "Brazil" }).ShouldAnswerAsync(422);
    }

    [Fact]
    public async Task ChangeConsents_GivenAndTaken_IsDated()
    {
        var id = await host.AccountAsync();
        await host.User(id).PutAsync("/account/consents", new { marketing = true }).ShouldAnswerAsync(200);
        var account = await host.StoredAsync(id);
        (account.MarketingConsent, account.MarketingConsentAt is not null).ShouldBe((true, true));
    }

    [Fact]
    public async Task ChangeConsents_SaidAgain_IsToldAgainUnlessItIsNo()
    {
        var id = await host.AccountAsync();
        foreach (var marketing in (bool[])[false, true, true, false, false])
            await host.User(id).PutAsync("/account/consents", new { marketing }).ShouldAnswerAsync(200);
        var told = await host.EventsAsync(id, "users.account.consent-changed");
        told.Select(e => (e.Body.GetProperty("marketing").GetBoolean(), e.Body.GetProperty("revision").GetInt64())).ShouldBe([(true, 2), (true, 3), (false, 4)]);
    }
}
