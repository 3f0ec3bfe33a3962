using System.Globalization;
using MailKit.Security;
using Microsoft.Extensions.Options;

namespace Streamix.Comms.Email.Smtp;

/// <summary>
/// Where mails are handed in: the connection string <c>mail</c>. <c>smtp://host:port</c> is plain, <c>smtp+starttls://</c> insists on STARTTLS
/// (RFC 3207), <c>smtps://</c> is TLS from the first byte (RFC 8314). Credentials never go over a plain connection.
/// </summary>
internal sealed record SmtpEndpoint(string Host, int Port, SecureSocketOptions Security, string? User, string? Password)
{
    public static SmtpEndpoint From(IConfiguration configuration, IOptions<EmailOptions> options) =>
        Parse(configuration.GetConnectionString("mail"), options.Value.Smtp.User, options.Value.Smtp.Password);

    /// <exception cref="InvalidOperationException">Not such an address, or credentials without TLS.</exception>
    public static SmtpEndpoint Parse(string? connectionString, string? user = null, string? password = null)
    {
        if (!Uri.TryCreate(connectionString, UriKind.Absolute, out var uri) || SecurityOf(uri.Scheme) is not { } security)
            throw new InvalidOperationException("The connection string 'mail' is no address of a mail server (smtp://, smtp+starttls:// or smtps://host:port).");
        var given = uri.UserInfo.Split(':', 2);
        user ??= given[0].Length > 0 ? Uri.UnescapeDataString(given[0]) : null;
        password ??= given.Length > 1 ? Uri.UnescapeDataString(given[1]) : null;
        if (user is not null && security == SecureSocketOptions.None)
            throw new InvalidOperationException("Credentials for the mail server need TLS: use smtp+starttls:// or smtps://.");
        return new(uri.Host, uri.Port > 0 ? uri.Port : UsualPort(security), security, user, password);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port} ({Security})");

    private static SecureSocketOptions? SecurityOf(string scheme) => scheme switch
    {
        "smtp" => SecureSocketOptions.None,
        "smtp+starttls" => SecureSocketOptions.StartTls,
        "smtps" => SecureSocketOptions.SslOnConnect,
        _ => null,
    };

    private static int UsualPort(SecureSocketOptions security) => security switch
    {
        SecureSocketOptions.SslOnConnect => 465,
        SecureSocketOptions.StartTls => 587,
        _ => 25,
    };
}
