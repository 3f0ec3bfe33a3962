using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Auth.Identity;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Passkeys;
using Streamix.Auth.Tests.Identity.Hosting;

namespace Streamix.Auth.Tests.Identity.Passkeys;

/// <summary>The test vectors of WebAuthn Level 3 against the ceremonies as this service sets them up.</summary>
public class WebAuthnVectorTests(IdentityHost host) : IClassFixture<IdentityHost>
{
    /// <summary>The platform has no Edwards curves, so the options offer none.</summary>
    private static readonly string[] NotOffered = ["packed-eddsa", "packed-ed448"];

    public static TheoryData<string> Names => [.. WebAuthnVector.All.Select(v => v.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Vector_WithItsChallenges_PassesBothCeremonies(string name)
    {
        var vector = Find(name);
        var (registered, used) = await RunAsync(vector, "preferred");
        var expected = !vector.IsFromAnotherOrigin && !NotOffered.Contains(name);
        (registered, used).ShouldBe((expected, expected));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Vector_WhereTheUserMustBeVerified_PassesOnlyIfTheyWere(string name)
    {
        var vector = Find(name);
        var (registered, used) = await RunAsync(vector, "required");
        var known = !vector.IsFromAnotherOrigin && !NotOffered.Contains(name);
        registered.ShouldBe(known && vector.RegisteredWithVerifiedUser);
        used.ShouldBe(known && vector.RegisteredWithVerifiedUser && vector.UsedWithVerifiedUser);
    }

    [Theory]
    [InlineData("challenge")]
    [InlineData("signature")]
    [InlineData("authenticatorData")]
    [InlineData("origin")]
    public async Task Vector_ChangedAnywhere_IsRefused(string what)
    {
        var vector = Find("none-es256");
        var (id, authentication) = (vector.Registration.CredentialId, vector.Authentication);
        var changed = what switch
        {
            "challenge" => authentication with { Challenge = WebAuthnVector.Damaged(authentication.Challenge) },
            "signature" => authentication with { Signature = WebAuthnVector.Damaged(authentication.Signature) },
            "authenticatorData" => authentication with { AuthenticatorData = WebAuthnVector.Damaged(authentication.AuthenticatorData) },
            _ => authentication with { ClientDataJson = authentication.ClientDataJson.Replace("6578616d706c652e6f7267", "6578616d706c652e6f7268", StringComparison.Ordinal) },
        };
        changed.ShouldNotBe(authentication);
        (await RunAsync(vector with { Authentication = changed }, "preferred")).ShouldBe((true, false), id);
    }

    private static WebAuthnVector Find(string name) => WebAuthnVector.All.Single(v => v.Name == name);

    private async Task<(bool Registered, bool Used)> RunAsync(WebAuthnVector vector, string userVerification)
    {
        var account = await host.ActivateAsync();
        await using var scope = host.Services.CreateAsyncScope();
        var (db, context) = (scope.ServiceProvider.GetRequiredService<IdentityDb>(), new DefaultHttpContext { RequestServices = scope.ServiceProvider });
        var handler = Handler(scope.ServiceProvider, userVerification);
        var credentialId = Convert.FromHexString(vector.Registration.CredentialId);
        await db.Passkeys.Where(p => p.CredentialId == credentialId).ExecuteDeleteAsync();

        var creation = await handler.MakeCreationOptionsAsync(new() { Id = account.Id.ToString("n"), Name = "ada", DisplayName = "Ada" }, context);
        var registered = await handler.PerformAttestationAsync(new()
        {
            HttpContext = context, CredentialJson = vector.RegistrationJson, AttestationState = With(creation.AttestationState!, vector.Registration.Challenge),
        });
        if (!registered.Succeeded)
            return (false, false);

        db.Passkeys.Add(new Passkey(account.Id, "vector", registered.Passkey, DateTimeOffset.UtcNow));
        await db.SaveChangesAsync();
        var request = await handler.MakeRequestOptionsAsync((await db.Credentials.FindAsync(account.Id))!, context);
        var used = await handler.PerformAssertionAsync(new()
        {
            HttpContext = context, CredentialJson = vector.AuthenticationJson, AssertionState = With(request.AssertionState!, vector.Authentication.Challenge),
        });
        return (true, used.Succeeded);
    }

    private static PasskeyHandler<Credential> Handler(IServiceProvider services, string userVerification)
    {
        var options = new IdentityPasskeyOptions();
        var settings = new PasskeySettings { RelyingParty = "example.org" };
        settings.Origins.Add("https://example.org");
        PasskeySetup.Apply(options, settings);
        options.UserVerificationRequirement = userVerification;
        return new(services.GetRequiredService<UserManager<Credential>>(), Options.Create(options));
    }

    /// <summary>The state, with the vector's challenge in the place of a random one.</summary>
    private static string With(string state, string challenge)
    {
        var json = JsonNode.Parse(state)!.AsObject();
        var name = json.Single(p => p.Key.Equals("challenge", StringComparison.OrdinalIgnoreCase)).Key;
        json[name] = Convert.ToBase64String(Convert.FromHexString(challenge));
        return json.ToJsonString();
    }
}
