using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Smtp;
using Streamix.Comms.Tests.Host;
using Streamix.Comms.Tests.Smtp;

namespace Streamix.Comms.Tests.Sending;

public sealed class TlsTests
{
    [Fact]
    public async Task StartTls_WithCredentials_LogsInAndSends()
    {
        using var certificate = Certificate();
        var smtp = new SmtpServer { Certificate = certificate };
        await using var email = await EmailHost.StartAsync(smtp, settings: [.. Settings(smtp), ("Email:Smtp:Fingerprint", certificate.GetCertHashString(HashAlgorithmName.SHA256))]);
        var id = await email.AskAsync(MailTemplates.Passcode);
        await email.StateAsync(id, MailState.Sent);
        smtp.Logins.ShouldContain("|ses-user|ses-password");
    }

    [Fact]
    public async Task Certificate_NobodyTrusts_NothingIsSaid()
    {
        using var certificate = Certificate();
        var smtp = new SmtpServer { Certificate = certificate };
        await using var email = await EmailHost.StartAsync(smtp, settings: Settings(smtp));
        var id = await email.AskAsync(MailTemplates.Passcode);
        await Until.TrueAsync(async () => (await email.MailAsync(id)).Failure == "tls-failed", "TLS fails");
        (smtp.Logins.IsEmpty, smtp.Mails.IsEmpty).ShouldBe((true, true));
    }

    [Fact]
    public async Task StartTls_NotOffered_NothingIsSaid()
    {
        var smtp = new SmtpServer();
        await using var email = await EmailHost.StartAsync(smtp, settings: Settings(smtp));
        var id = await email.AskAsync(MailTemplates.Passcode);
        await Until.TrueAsync(async () => (await email.MailAsync(id)).Failure == "tls-not-offered", "no TLS");
        smtp.Mails.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("smtp://user:secret@mail.example:25")]
    [InlineData("http://mail.example")]
    [InlineData("")]
    public void Address_WithoutTlsButCredentialsOrOfAnotherKind_IsRefused(string address) => Should.Throw<InvalidOperationException>(() => SmtpEndpoint.Parse(address));

    [Fact]
    public void Address_OfSes_IsRead()
    {
        var endpoint = SmtpEndpoint.Parse("smtp+starttls://AKIA:p%2Fw@email-smtp.eu-central-1.amazonaws.com");
        (endpoint.Host, endpoint.Port, endpoint.User, endpoint.Password).ShouldBe(("email-smtp.eu-central-1.amazonaws.com", 587, "AKIA", "p/w"));
    }

    private static (string, string)[] Settings(SmtpServer smtp) =>
        [("ConnectionStrings:mail", $"smtp+starttls://localhost:{smtp.Port}"), ("Email:Smtp:User", "ses-user"), ("Email:Smtp:Password", "ses-password")];

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
