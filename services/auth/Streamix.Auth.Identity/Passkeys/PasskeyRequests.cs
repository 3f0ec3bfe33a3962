using System.Text.Json;
using System.Text.Json.Serialization;
using FluentValidation;
using Streamix.Auth.Identity.SignIn;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.Passkeys;

/// <summary>What the browser's passkey dialog gave (<c>PublicKeyCredential.toJSON()</c>).</summary>
internal sealed record PasskeyAnswer([property: Personal, Example(PasskeyExamples.Assertion)] JsonElement Credential)
{
    [JsonIgnore]
    public string Text => Credential.GetRawText();
}

/// <summary>What to hand to the browser's passkey dialog (WebAuthn, 5.4 and 5.5), and the challenge to name in the answer.</summary>
internal sealed record PasskeyOptions([property: Example(PasskeyExamples.Challenge)] Guid Challenge, [property: Example(PasskeyExamples.Options)] JsonElement Options);

/// <summary>A new passkey.</summary>
internal sealed record PasskeyRegistration(
    [property: Example(PasskeyExamples.Challenge)] Guid Challenge,
    [property: Personal, Example(PasskeyExamples.Attestation)] JsonElement Credential,
    [property: Personal, Example("My phone")] string Name);

internal sealed class PasskeyRegistrationRules : AbstractValidator<PasskeyRegistration>
{
    public PasskeyRegistrationRules() => RuleFor(p => p.Name).Text(Passkey.LongestName).OneLine();
}

/// <summary>Another name.</summary>
internal sealed record PasskeyName([property: Personal, Example("My phone")] string Name);

internal sealed class PasskeyNameRules : AbstractValidator<PasskeyName>
{
    public PasskeyNameRules() => RuleFor(p => p.Name).Text(Passkey.LongestName).OneLine();
}

/// <summary>How somebody wants to be signed in.</summary>
internal sealed record PasskeySignInWish([property: Example("true")] bool Persistent = false, TokenTransport Transport = TokenTransport.Bearer);

/// <summary>Signs in with a passkey.</summary>
internal sealed record PasskeySignIn([property: Example(PasskeyExamples.Challenge)] Guid Challenge, [property: Personal, Example(PasskeyExamples.Assertion)] JsonElement Credential);

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">The passkey.</param>
/// <param name="Name">What the owner calls it.</param>
/// <param name="Synced">A provider keeps a copy of it.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="LastUsedAt">UTC.</param>
internal sealed record PasskeyView(Guid Id, [property: Personal] string Name, bool Synced, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt);
