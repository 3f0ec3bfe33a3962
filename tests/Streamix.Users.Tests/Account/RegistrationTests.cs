using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Tests.Account;

public sealed class RegistrationTests(AccountHost host) : IClassFixture<AccountHost>
{
    [Fact]
    public async Task Register_GoodDraft_Is201AndTellsOthersOnceWithASealedHash()
    {
        var email = AccountCalls.Somebody();
        var answer = await host.CreateClient().RegisterAsync(AccountCalls.Draft(email)).ShouldAnswerAsync(201);
        var body = await AccountHost.JsonAsync(answer);
        body.GetProperty("status").GetString().ShouldBe("pending");

        var id = body.GetProperty("accountId").GetGuid();
        var told = (await host.EventsAsync(id)).ShouldHaveSingleItem();
        told.Type.ShouldBe("users.account.registered");
        (told.Body.GetProperty("email").GetString(), told.Body.GetProperty("locale").GetString()).ShouldBe((email, "en-GB"));
        var hash = Encoding.UTF8.GetString((await SealedRecipient.Identity).Open(told.Body.GetProperty("credential").GetString()!));
        PasswordHash.Verify(hash, AccountCalls.Password).ShouldBe(PasswordVerificationResult.Success);
        (await host.StoredAsync(id)).Status.ShouldBe(AccountStatus.Pending);
    }

    [Theory]
    [InlineData("email", "nobody")]
    [InlineData("password", "short")]
    [InlineData("displayName", " ")]
    [InlineData("displayName", "two\nlines")]
    [InlineData("locale", "klingon")]
    [InlineData("country", "UK")]
    [InlineData("termsVersion", "")]
    public async Task Register_BadField_Is422WithAMessageForIt(string field, string value)
    {
        var draft = JsonSerializer.SerializeToNode(AccountCalls.Draft())!.AsObject();
        draft[field] = value;
        var answer = await host.CreateClient().RegisterAsync(draft).ShouldAnswerAsync(422);
        (await answer.ErrorAsync(field)).ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task Register_PasswordThatIsTheAddress_Is422()
    {
        var answer = await host.CreateClient().RegisterAsync(AccountCalls.Draft("ada.lovelace@example.org", "Ada.Lovelace@example.org")).ShouldAnswerAsync(422);
        (await answer.ErrorAsync("password")).ShouldContain("e-mail");
    }

    [Fact]
    public async Task Register_WithoutABodyOrAField_Is400()
    {
        await host.CreateClient().RegisterAsync(new { email = "ada@example.org" }).ShouldAnswerAsync(400);
        await host.CreateClient().PostAsync("/account/registrations", null).ShouldAnswerAsync(400);
    }

    [Fact]
    public async Task Register_SameKeyTwice_IsOneAccount()
    {
        var (draft, key) = (AccountCalls.Draft(), Guid.NewGuid().ToString());
        var first = await AccountHost.JsonAsync(await host.CreateClient().RegisterAsync(draft, key));
        var again = await host.CreateClient().RegisterAsync(draft, key).ShouldAnswerAsync(201);
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        var id = first.GetProperty("accountId").GetGuid();
        (await AccountHost.JsonAsync(again)).GetProperty("accountId").GetGuid().ShouldBe(id);
        (await host.EventsAsync(id)).ShouldHaveSingleItem();
        await host.CreateClient().RegisterAsync(AccountCalls.Draft(), key).ShouldAnswerAsync(422);
    }

    [Fact]
    public async Task Register_AddressOfAnAccount_IsAnsweredAlikeAndItsOwnerIsTold()
    {
        var email = AccountCalls.Somebody();
        var owner = await host.AccountAsync(email);
        var body = await AccountHost.JsonAsync(await host.CreateClient().RegisterAsync(AccountCalls.Draft(email.ToUpperInvariant())).ShouldAnswerAsync(201));
        var id = body.GetProperty("accountId").GetGuid();
        (id, body.GetProperty("status").GetString(), body.EnumerateObject().Count()).ShouldBe((id, "pending", 2));
        id.ShouldNotBe(owner);
        (await host.EventsAsync(id)).ShouldBeEmpty();
        (await host.QueryAsync(db => db.Accounts.AnyAsync(a => a.Id == id))).ShouldBeFalse();
        (await host.EventsAsync(owner)).ShouldHaveSingleItem().Type.ShouldBe("users.account.registration-repeated");
    }

    [Fact]
    public async Task Register_OneAddressAllDay_LeadsNowhereAboveTheLimit()
    {
        var email = AccountCalls.Somebody();
        var ids = new List<Guid>();
        for (var i = 0; i < 7; i++)
            ids.Add(await host.RegisteredAsync(email));
        (await host.QueryAsync(db => db.Accounts.CountAsync(a => ids.Contains(a.Id)))).ShouldBe(5);
        ids.Distinct().Count().ShouldBe(7);
    }

    [Fact]
    public async Task Register_StrangersUsedTheAddressAllDay_StillLeadsItsOwnerSomewhere()
    {
        var email = AccountCalls.Somebody();
        for (var i = 0; i < 7; i++)
            await RegisterFromAsync("203.0.113.7", email);
        (await LeadsAsync(await RegisterFromAsync("203.0.113.200", email))).ShouldBeFalse();
        (await LeadsAsync(await RegisterFromAsync("198.51.100.7", email))).ShouldBeTrue();
        (await LeadsAsync(await RegisterFromAsync("2001:db8:1:2::7", email))).ShouldBeTrue();
    }

    [Fact]
    public async Task Register_FromEverywhere_LeadsNowhereInTheEnd()
    {
        await using var own = new AccountHost { Settings = new() { ["Account:RegistrationsEverywhere"] = "3" } };
        await own.InitializeAsync();
        var email = AccountCalls.Somebody();
        for (var i = 0; i < 5; i++)
            await RegisterFromAsync($"203.0.{i}.7", email, own);
        (await own.QueryAsync(db => db.Accounts.CountAsync())).ShouldBe(3);
    }

    private Task<bool> LeadsAsync(Guid id) => host.QueryAsync(db => db.Accounts.AnyAsync(a => a.Id == id));

    private async Task<Guid> RegisterFromAsync(string address, string email, AccountHost? on = null)
    {
        var draft = JsonSerializer.SerializeToUtf8Bytes(AccountCalls.Draft(email));
        var answer = await (on ?? host).Server.SendAsync(context =>
        {
            context.Connection.RemoteIpAddress = IPAddress.Parse(address);
            context.Features.Set<IHttpRequestBodyDetectionFeature>(new Body());
            (context.Request.Method, context.Request.Path, context.Request.ContentType) = ("POST", "/account/registrations", "application/json");
            (context.Request.Body, context.Request.ContentLength) = (new MemoryStream(draft), draft.Length);
        });
        answer.Response.StatusCode.ShouldBe(201);
        return (await JsonDocument.ParseAsync(answer.Response.Body)).RootElement.GetProperty("accountId").GetGuid();
    }

    [Fact]
    public async Task Register_AfterAllThat_NoTableKnowsThePasswordOrTheCredential()
    {
        var (draft, key) = (AccountCalls.Draft(password: "a very unusual pass phrase 4711"), Guid.NewGuid().ToString());
        var id = (await AccountHost.JsonAsync(await host.CreateClient().RegisterAsync(draft, key))).GetProperty("accountId").GetGuid();
        var credential = (await host.EventsAsync(id)).Single().Body.GetProperty("credential").GetString()!;
        var hash = Encoding.UTF8.GetString((await SealedRecipient.Identity).Open(credential));

        (await WholeDatabase.FindAsync(host.Database, "a very unusual pass phrase 4711")).ShouldBeEmpty();
        (await WholeDatabase.FindAsync(host.Database, hash)).ShouldBeEmpty();
        (await WholeDatabase.FindAsync(host.Database, credential)).ShouldBe(["outbox.body"]);
    }

    [Fact]
    public async Task Fingerprint_OfARegistration_DoesNotDependOnThePassword()
    {
        var (email, key) = (AccountCalls.Somebody(), Guid.NewGuid().ToString());
        await host.CreateClient().RegisterAsync(AccountCalls.Draft(email), key).ShouldAnswerAsync(201);
        var again = await host.CreateClient().RegisterAsync(AccountCalls.Draft(email, "another good password"), key).ShouldAnswerAsync(201);
        again.Headers.Contains("Idempotency-Replayed").ShouldBeTrue();
    }

    private sealed class Body : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }
}
