using MimeKit;

namespace MailKit
{
    /// <summary>The server refused a command.</summary>
    public abstract class CommandException(string message, Exception? inner = null) : Exception(message, inner);

    /// <summary>The server does not speak the protocol, or stopped to.</summary>
    public abstract class ProtocolException(string message, Exception? inner = null) : Exception(message, inner);

    /// <summary>A command needs a connection.</summary>
    public class ServiceNotConnectedException(string message) : InvalidOperationException(message);

    /// <summary>Is told how much of a message has gone.</summary>
    public interface ITransferProgress
    {
        /// <summary>Bytes so far.</summary>
        void Report(long bytesTransferred);
    }
}

namespace MailKit.Security
{
    /// <summary>The server does not take the credentials.</summary>
    public class AuthenticationException(string message, Exception? inner = null) : Exception(message, inner);

    /// <summary>No TLS with this server.</summary>
    public class SslHandshakeException(string message, Exception? inner = null) : Exception(message, inner);

    /// <summary>How a connection is protected.</summary>
    public enum SecureSocketOptions
    {
        /// <summary>Not at all.</summary>
        None,

        /// <summary>By the port.</summary>
        Auto,

        /// <summary>From the first byte.</summary>
        SslOnConnect,

        /// <summary>By STARTTLS, or not at all.</summary>
        StartTls,

        /// <summary>By STARTTLS when it is offered.</summary>
        StartTlsWhenAvailable,
    }
}

namespace MailKit.Net.Smtp
{
    /// <summary>Which command the server refused.</summary>
    public enum SmtpErrorCode
    {
        /// <summary>DATA or the message itself.</summary>
        MessageNotAccepted,

        /// <summary>MAIL.</summary>
        SenderNotAccepted,

        /// <summary>RCPT.</summary>
        RecipientNotAccepted,

        /// <summary>Another one.</summary>
        UnexpectedStatusCode,
    }

    /// <summary>The server refused a command.</summary>
    public class SmtpCommandException : CommandException
    {
        /// <summary>About a mailbox.</summary>
        public SmtpCommandException(SmtpErrorCode code, SmtpStatusCode status, MailboxAddress mailbox, string message) : base(message) => (ErrorCode, StatusCode, Mailbox) = (code, status, mailbox);

        /// <summary>About something else.</summary>
        public SmtpCommandException(SmtpErrorCode code, SmtpStatusCode status, string message) : base(message) => (ErrorCode, StatusCode) = (code, status);

        /// <summary>Which command.</summary>
        public SmtpErrorCode ErrorCode { get; }

        /// <summary>The server's code.</summary>
        public SmtpStatusCode StatusCode { get; }

        /// <summary>Whom it is about.</summary>
        public MailboxAddress? Mailbox { get; }
    }

    /// <summary>The server answered what is no answer, or went away.</summary>
    public class SmtpProtocolException(string message, Exception? inner = null) : ProtocolException(message, inner);
}
