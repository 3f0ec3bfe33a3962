namespace Streamix.Auth.Identity.Passkeys;

/// <summary>What browsers are given and give, shortened, for the API's description.</summary>
internal static class PasskeyExamples
{
    public const string Challenge = "01976f3e-5b1c-7b3a-9d53-2f8f6f0c1a11";

    public const string Options = """
        {"challenge":"T0hmYm9nUjJ4","timeout":300000,"rpId":"streamix.example","userVerification":"required","allowCredentials":[]}
        """;

    public const string Attestation = """
        {"id":"Lm9k1qYkQv2h0mJ3","rawId":"Lm9k1qYkQv2h0mJ3","type":"public-key","response":{"clientDataJSON":"eyJ0eXBlIjoid2ViYXV0aG4uY3JlYXRlIn0","attestationObject":"o2NmbXRkbm9uZQ","transports":["internal"]},"clientExtensionResults":{}}
        """;

    public const string Assertion = """
        {"id":"Lm9k1qYkQv2h0mJ3","rawId":"Lm9k1qYkQv2h0mJ3","type":"public-key","response":{"clientDataJSON":"eyJ0eXBlIjoid2ViYXV0aG4uZ2V0In0","authenticatorData":"SZYN5YgOjGh0NBcP","signature":"MEUCIQDx2Q","userHandle":"MDE5NzZmM2U"},"clientExtensionResults":{}}
        """;
}
