namespace Streamix.Comms.Contracts.Mail;

/// <summary>The transactional templates and their variables.</summary>
public static class MailTemplates
{
    /// <summary>Proves the address of a new account: <c>code</c>, <c>minutes</c>.</summary>
    public const string Passcode = "passcode";

    /// <summary>Somebody signed up with an address that has an account already: no variables.</summary>
    public const string AlreadyRegistered = "already-registered";

    /// <summary>Sets a new password: <c>token</c> (the app's page takes it in its fragment), <c>minutes</c>.</summary>
    public const string PasswordReset = "password-reset";

    /// <summary>The password was changed: <c>when</c>.</summary>
    public const string PasswordChanged = "password-changed";

    /// <summary>Proves a side of an e-mail change: <c>code</c>, <c>side</c> (<c>old</c> or <c>new</c>), <c>minutes</c>.</summary>
    public const string EmailChange = "email-change";

    /// <summary>The address was changed (to the old one): <c>when</c>.</summary>
    public const string EmailChanged = "email-changed";

    /// <summary>A second factor was added or removed: <c>factor</c>, <c>change</c>, <c>when</c>.</summary>
    public const string SecondFactorChanged = "second-factor-changed";

    /// <summary>Wrong passwords locked the account for a while: <c>minutes</c>.</summary>
    public const string SignInLocked = "sign-in-locked";

    /// <summary>The archive of one's data is ready: <c>days</c> until it is deleted.</summary>
    public const string ExportReady = "export-ready";

    /// <summary>The erasure has begun: <c>receipt</c>.</summary>
    public const string ErasureStarted = "erasure-started";
}
