using System.Text.Json;
using Streamix.Auth.Identity.Passkeys;
using Streamix.Auth.Tests.Identity.Hosting;

namespace Streamix.Auth.Tests.Identity.Passkeys;

public class PasskeyTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    [Fact]
    public async Task Passkey_Registered_IsListedRenamedAndRemoved()
    {
        var (account, _) = await WithPasskeyAsync();
        var mine = host.As(account);
        var passkey = (await (await mine.GetAsync("/identity/passkeys")).ShouldBeAsync(200)).EnumerateArray().Single();
        passkey.Text("name").ShouldBe("My phone");

        await (await mine.PutAsJsonAsync($"/identity/passkeys/{passkey.Text("id")}", new { name = "My old phone" })).ShouldBeAsync(204);
        (await (await mine.GetAsync("/identity/passkeys")).ShouldBeAsync(200))[0].Text("name").ShouldBe("My old phone");
        await (await mine.DeleteAsync($"/identity/passkeys/{passkey.Text("id")}")).ShouldBeAsync(204);
        (await (await mine.GetAsync("/identity/passkeys")).ShouldBeAsync(200)).GetArrayLength().ShouldBe(0);
        (await host.StagedAsync("auth.second-factor.changed")).Where(e => e.GetProperty("accountId").GetGuid() == account.Id)
            .Select(e => $"{e.Text("factor")} {e.Text("change")}").ShouldBe(["passkey added", "passkey removed"]);
    }

    [Fact]
    public async Task Passkey_OfSomebodyElse_IsNotThere()
    {
        var (owner, _) = await WithPasskeyAsync();
        var stranger = host.As(await host.ActivateAsync());
        var id = (await (await host.As(owner).GetAsync("/identity/passkeys")).ShouldBeAsync(200))[0].Text("id");
        await (await stranger.PutAsJsonAsync($"/identity/passkeys/{id}", new { name = "mine now" })).ShouldBeAsync(404);
        await (await stranger.DeleteAsync($"/identity/passkeys/{id}")).ShouldBeAsync(404);
    }

    [Fact]
    public async Task SignIn_WithThePasskeyAlone_OpensAStrongSession()
    {
        var (account, authenticator) = await WithPasskeyAsync();
        var offer = await OfferAsync();
        await (await SignInAsync(offer, authenticator.Get(offer.GetProperty("options")))).ShouldBeAsync(200);
        var opening = host.Sessions.OpeningOf(account.Id);
        (opening.Acr, opening.Method, opening.IdempotencyKey).ShouldBe(("aal2", "passkey", offer.GetProperty("challenge").GetGuid().ToString("n")));
    }

    [Fact]
    public async Task Answer_ToAChallenge_WorksOnce()
    {
        var (_, authenticator) = await WithPasskeyAsync();
        var offer = await OfferAsync();
        var answer = authenticator.Get(offer.GetProperty("options"));
        await (await SignInAsync(offer, answer)).ShouldBeAsync(200);
        await (await SignInAsync(offer, answer)).ShouldBeAsync(401);
        await (await SignInAsync(await OfferAsync(), answer)).ShouldBeAsync(401);
    }

    [Fact]
    public async Task Answer_WhileSessionIsDown_MayBeGivenAgain()
    {
        var (_, authenticator) = await WithPasskeyAsync();
        var offer = await OfferAsync();
        var answer = authenticator.Get(offer.GetProperty("options"));
        host.Sessions.Down = true;
        try
        {
            await (await SignInAsync(offer, answer)).ShouldBeAsync(503);
        }
        finally
        {
            host.Sessions.Down = false;
        }
        await (await SignInAsync(offer, answer)).ShouldBeAsync(200);
    }

    [Theory]
    [InlineData("clone")]
    [InlineData("stranger")]
    [InlineData("phisher")]
    [InlineData("unverified")]
    public async Task Answer_OfTheWrongAuthenticator_Is401(string who)
    {
        var (account, authenticator) = await WithPasskeyAsync(new(IdentityHost.RelyingParty, IdentityHost.Origin) { Count = 7 });
        var offer = await OfferAsync();
        var wrong = who switch
        {
            "clone" => authenticator with { Count = 3 },
            "stranger" => new(IdentityHost.RelyingParty, IdentityHost.Origin),
            "phisher" => authenticator with { Origin = "https://streamix.example.net" },
            _ => authenticator with { VerifiesUser = false },
        };
        await (await SignInAsync(offer, wrong.Get(offer.GetProperty("options")))).ShouldBeAsync(401);
        host.Sessions.Openings.ShouldNotContain(o => o.AccountId == account.Id.ToString());
    }

    [Theory]
    [InlineData("https://streamix.example.net", true)]
    [InlineData("http://streamix.example", true)]
    [InlineData(IdentityHost.Origin, false)]
    public async Task Registration_FromAnotherOriginOrWithoutVerification_Is422(string origin, bool verifies)
    {
        var account = await host.ActivateAsync();
        var offer = await (await host.As(account).PostAsync("/identity/passkeys/registrations", null)).ShouldBeAsync(200);
        var authenticator = new SoftAuthenticator(IdentityHost.RelyingParty, origin) { VerifiesUser = verifies };
        await (await AddAsync(account, offer, authenticator.Create(offer.GetProperty("options")))).ShouldBeAsync(422);
    }

    [Fact]
    public async Task Registration_WithAnothersChallenge_Is422()
    {
        var (ada, eve) = (await host.ActivateAsync(), await host.ActivateAsync());
        var offer = await (await host.As(ada).PostAsync("/identity/passkeys/registrations", null)).ShouldBeAsync(200);
        await (await AddAsync(eve, offer, new SoftAuthenticator(IdentityHost.RelyingParty, IdentityHost.Origin).Create(offer.GetProperty("options")))).ShouldBeAsync(422);
    }

    [Fact]
    public async Task Registration_WithoutAFreshProof_Is401()
    {
        var account = await host.ActivateAsync();
        await (await host.As(account, age: TimeSpan.FromMinutes(6)).PostAsync("/identity/passkeys/registrations", null)).ShouldBeAsync(401);
    }

    [Fact]
    public async Task SecondFactor_ByPasskey_AnswersTheChallenge()
    {
        var (account, authenticator) = await WithPasskeyAsync();
        account = await host.WithTotpAsync(account);
        var challenge = await host.ChallengeAsync(account);
        challenge.GetProperty("methods").EnumerateArray().Select(m => m.GetString()).ShouldContain("passkey");

        var path = $"/identity/sign-in/{challenge.Text("id")}";
        var options = await (await host.Anonymous().PostAsync($"{path}/passkey-options", null)).ShouldBeAsync(200);
        await (await host.Anonymous().PostAsJsonAsync($"{path}/passkey", new { credential = authenticator.Get(options) })).ShouldBeAsync(200);
        host.Sessions.OpeningOf(account.Id).Method.ShouldBe("password+passkey");
    }

    [Fact]
    public async Task StepUp_WithThePasskey_RaisesTheSession()
    {
        var (account, authenticator) = await WithPasskeyAsync();
        var mine = host.As(account, age: TimeSpan.FromHours(1));
        var offer = await (await mine.PostAsync("/identity/step-up/passkey-options", null)).ShouldBeAsync(200);
        var proof = new { passkey = new { challenge = offer.Text("challenge"), credential = authenticator.Get(offer.GetProperty("options")) } };
        (await (await mine.PostAsJsonAsync("/identity/step-up", proof)).ShouldBeAsync(200)).Text("acr").ShouldBe("aal2");
        await (await mine.PostAsJsonAsync("/identity/step-up", proof)).ShouldBeAsync(422);
    }

    [Fact]
    public async Task SignIn_OfASuspendedAccount_Is403()
    {
        var (account, authenticator) = await WithPasskeyAsync();
        await host.StatusAsync(account, "suspended", 9);
        var offer = await OfferAsync();
        await (await SignInAsync(offer, authenticator.Get(offer.GetProperty("options")))).ShouldBeAsync(403);
    }

    [Fact]
    public async Task Registration_RepeatedUnderItsKey_IsTheSamePasskey()
    {
        var account = await host.ActivateAsync();
        var mine = host.As(account);
        mine.DefaultRequestHeaders.Add("Idempotency-Key", "my-phone");
        var offer = await (await mine.PostAsync("/identity/passkeys/registrations", null)).ShouldBeAsync(200);
        var body = Registration(offer, new SoftAuthenticator(IdentityHost.RelyingParty, IdentityHost.Origin).Create(offer.GetProperty("options")));
        var first = await (await mine.PostAsJsonAsync("/identity/passkeys", body)).ShouldBeAsync(201);
        using var again = await mine.PostAsJsonAsync("/identity/passkeys", body);
        (await again.ShouldBeAsync(201)).Text("id").ShouldBe(first.Text("id"));
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
    }

    [Fact]
    public async Task Registrations_AtOnce_StopAtTheLimit()
    {
        var account = await host.ActivateAsync();
        await host.QueryAsync(db =>
        {
            for (var i = 1; i < Passkey.MostPerAccount; i++)
                db.Passkeys.Add(new(account.Id, $"Key {i}", new(Guid.NewGuid().ToByteArray(), [1], host.Time.GetUtcNow(), 0, [], true, false, false, [1], [1]), host.Time.GetUtcNow()));
            return db.SaveChangesAsync();
        });
        List<JsonElement> offers = [];
        for (var i = 0; i < 4; i++)
            offers.Add(await (await host.As(account).PostAsync("/identity/passkeys/registrations", null)).ShouldBeAsync(200));
        var answers = await Task.WhenAll(offers.Select(o => AddAsync(account, o, new SoftAuthenticator(IdentityHost.RelyingParty, IdentityHost.Origin).Create(o.GetProperty("options")))));

        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(3);
        await (await host.As(account).PostAsync("/identity/passkeys/registrations", null)).ShouldBeAsync(409);
    }

    private async Task<(TestAccount Account, SoftAuthenticator Authenticator)> WithPasskeyAsync(SoftAuthenticator? given = null)
    {
        var (account, authenticator) = (await host.ActivateAsync(), given ?? new(IdentityHost.RelyingParty, IdentityHost.Origin));
        var offer = await (await host.As(account).PostAsync("/identity/passkeys/registrations", null)).ShouldBeAsync(200);
        await (await AddAsync(account, offer, authenticator.Create(offer.GetProperty("options")))).ShouldBeAsync(201);
        return (account, authenticator);
    }

    private Task<HttpResponseMessage> AddAsync(TestAccount account, JsonElement offer, object credential) =>
        host.As(account).PostAsJsonAsync("/identity/passkeys", Registration(offer, credential));

    private static object Registration(JsonElement offer, object credential) => new { challenge = offer.Text("challenge"), credential, name = "My phone" };

    private async Task<JsonElement> OfferAsync() => await (await host.Anonymous().PostAsJsonAsync("/identity/passkeys/options", new { })).ShouldBeAsync(200);

    private Task<HttpResponseMessage> SignInAsync(JsonElement offer, object credential) =>
        host.Anonymous().PostAsJsonAsync("/identity/passkeys/sign-in", new { challenge = offer.Text("challenge"), credential });
}
