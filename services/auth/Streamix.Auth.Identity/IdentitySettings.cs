namespace Streamix.Auth.Identity;

/// <summary>Section <c>Identity</c>.</summary>
internal sealed class IdentitySettings
{
    public const string Section = "Identity";

    /// <summary>At least 32 characters, the same for every replica: TOTP secrets are encrypted and short codes hashed with keys derived from it.</summary>
    public string EncryptionSecret { get; set; } = "";

    /// <summary>The shortest time of an answer that must not tell whether an address is known.</summary>
    public TimeSpan SteadyAnswer { get; set; } = TimeSpan.FromMilliseconds(250);

    public PasskeySettings Passkeys { get; set; } = new();
}

/// <summary>The relying party of WebAuthn.</summary>
internal sealed class PasskeySettings
{
    /// <summary>The registrable domain the passkeys belong to.</summary>
    public string RelyingParty { get; set; } = "localhost";

    /// <summary>Exactly these origins may use them; when empty, the relying party over TLS, or any port of localhost.</summary>
    public IList<string> Origins { get; } = [];
}
