using System.Collections.Frozen;

namespace Streamix.Comms.Contracts.Mail;

/// <summary>Which variables a template needs; a mail without one of them is not sent.</summary>
public static class MailVariables
{
    /// <summary>By template.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [MailTemplates.Passcode] = ["code", "minutes"],
        [MailTemplates.AlreadyRegistered] = [],
        [MailTemplates.PasswordReset] = ["token", "minutes"],
        [MailTemplates.PasswordChanged] = ["when"],
        [MailTemplates.EmailChange] = ["code", "side", "minutes"],
        [MailTemplates.EmailChanged] = ["when"],
        [MailTemplates.SecondFactorChanged] = ["factor", "change", "when"],
        [MailTemplates.SignInLocked] = ["minutes"],
        [MailTemplates.ExportReady] = ["days"],
        [MailTemplates.ErasureStarted] = ["receipt"],
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
