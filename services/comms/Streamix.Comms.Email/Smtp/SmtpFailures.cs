using System.Globalization;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Streamix.Comms.Email.Smtp;

/// <summary>What an exception of the client means for the mail.</summary>
internal static partial class SmtpFailures
{
    public static SmtpAnswer OfConnecting(Exception error) => new(SmtpVerdict.Away, error switch
    {
        AuthenticationException => "login-refused",
        SslHandshakeException => "tls-failed",
        NotSupportedException => "tls-not-offered",
        OperationCanceledException => "connect-timeout",
        SmtpCommandException command => Code(command),
        SocketException or IOException or ProtocolException => "no-connection",
        _ => "connect-failed",
    });

    public static SmtpAnswer OfSending(Exception error) => error switch
    {
        SmtpCommandException { StatusCode: SmtpStatusCode.AuthenticationRequired } command => new(SmtpVerdict.Away, Code(command)),
        SmtpCommandException command when (int)command.StatusCode is >= 400 and < 500 => new(SmtpVerdict.Later, Code(command)),
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } command when IsNoMailbox(command) => new(SmtpVerdict.NoMailbox, Code(command)),
        SmtpCommandException command => new(SmtpVerdict.Refused, Code(command)),
        NotSupportedException => new(SmtpVerdict.Refused, "address-needs-smtputf8"),
        OperationCanceledException => new(SmtpVerdict.Later, "timeout"),
        _ => new(SmtpVerdict.Later, "connection-broke"),
    };

    /// <summary>
    /// RFC 3463 and 7505: no such mailbox, no such domain, no valid address, moved, a domain without mail, a mailbox that is off. Anything else, and a bare 550,
    /// may be about us or our mail, and would cost an honest address all its mails.
    /// </summary>
    private static bool IsNoMailbox(SmtpCommandException command) => Enhanced(command.Message) is "5.1.1" or "5.1.2" or "5.1.3" or "5.1.6" or "5.1.10" or "5.2.1";

    private static string Code(SmtpCommandException command) =>
        string.Create(CultureInfo.InvariantCulture, $"smtp-{(int)command.StatusCode} {Enhanced(command.Message)}").TrimEnd();

    private static string? Enhanced(string text) => EnhancedCode().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>It begins the text (RFC 2034); elsewhere it may be part of an address.</summary>
    [GeneratedRegex(@"^\s*([245]\.\d{1,3}\.\d{1,3})(?=\s|$)", RegexOptions.None, 10_000)]
    private static partial Regex EnhancedCode();
}
