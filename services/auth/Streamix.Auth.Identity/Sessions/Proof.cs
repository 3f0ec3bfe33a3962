namespace Streamix.Auth.Identity.Sessions;

/// <summary>How somebody has proven who they are.</summary>
internal sealed record Proof(string Acr, string Method)
{
    public const string Aal1 = "aal1";
    public const string Aal2 = "aal2";

    public static readonly Proof Password = new(Aal1, "password");
    public static readonly Proof Totp = new(Aal2, "password+totp");
    public static readonly Proof RecoveryCode = new(Aal2, "password+recovery-code");
    public static readonly Proof PasswordAndPasskey = new(Aal2, "password+passkey");

    /// <summary>User verification is required of every passkey, so it is two factors in one.</summary>
    public static readonly Proof Passkey = new(Aal2, "passkey");
}
