using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Streamix.Comms.Contracts.Mail;
using Streamix.Comms.Email.Feedback;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Suppressions;
using Streamix.Comms.Tests.Host;

namespace Streamix.Comms.Tests.Feedback;

public sealed class SnsTests : IDisposable
{
    private const string Topic = "arn:aws:sns:eu-central-1:123456789012:mail-feedback";
    private const string CertificateUrl = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-1.pem";
    private readonly RSA _key = RSA.Create(2048);
    private readonly ConcurrentQueue<string> _fetched = [];

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task Bounce_OfAMailWeSent_SuppressesAndIsInTheLog()
    {
        await using var email = await StartAsync();
        var id = await email.AskAsync(MailTemplates.Passcode, "gone@example.com");
        await email.StateAsync(id, MailState.Sent);
        var provider = (await email.MailAsync(id)).ProviderId!;
        (await PostAsync(email, Notification(Bounce("Permanent", "gone@example.com", provider)))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await email.MailAsync(id)).Outcome.ShouldBe("bounced");
        var next = await email.AskAsync(MailTemplates.Passcode, "gone@example.com");
        await email.StateAsync(next, MailState.Suppressed);
    }

    [Fact]
    public async Task Complaint_StopsMarketingOnly_AndASoftBounceNothing()
    {
        await using var email = await StartAsync();
        var complaint = """{"notificationType":"Complaint","complaint":{"complainedRecipients":[{"emailAddress":"ada@example.com"}]},"mail":{"messageId":"x"}}""";
        await PostAsync(email, Notification(complaint));
        await PostAsync(email, Notification(Bounce("Transient", "bob@example.com", "x")));
        (await email.QueryAsync(db => db.Suppressions.Select(s => s.Reason).ToListAsync())).ShouldBe([SuppressionReason.Complaint]);
        await email.StateAsync(await email.AskAsync(MailTemplates.Passcode, "ada@example.com"), MailState.Sent);
    }

    [Fact]
    public async Task Report_Replayed_ChangesNothing()
    {
        await using var email = await StartAsync();
        var message = Notification(Bounce("Permanent", "gone@example.com", "x"));
        await PostAsync(email, message);
        await email.QueryAsync(db => db.Suppressions.ExecuteDeleteAsync());
        (await PostAsync(email, message)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await email.QueryAsync(db => db.Suppressions.CountAsync())).ShouldBe(0);
    }

    public static TheoryData<string> Forgeries => ["message", "signature", "topic", "host", "port", "version", "old", "another key"];

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Message_Forged_IsRefused(string how)
    {
        await using var email = await StartAsync();
        var message = Notification(Bounce("Permanent", "victim@example.com", "x"));
        message = how switch
        {
            "message" => message with { Message = Bounce("Permanent", "other@example.com", "x") },
            "signature" => message with { Signature = Convert.ToBase64String(new byte[256]) },
            "topic" => Sign(message with { TopicArn = Topic + "2" }),
            "host" => Sign(message with { SigningCertUrl = CertificateUrl.Replace("amazonaws.com", "amazonaws.com.evil.example") }),
            "port" => Sign(message with { SigningCertUrl = CertificateUrl.Replace(".com/", ".com:8443/") }),
            "version" => Sign(message with { SignatureVersion = "1" }),
            "old" => Sign(message with { Timestamp = DateTimeOffset.UtcNow.AddDays(-400).ToString("O") }),
            _ => Sign(message, RSA.Create(2048)),
        };
        (await PostAsync(email, message)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await email.QueryAsync(db => db.Suppressions.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&Token=t", true)]
    [InlineData("https://evil.example/?Action=ConfirmSubscription", false)]
    public async Task Subscription_OfOurTopic_IsConfirmedAtSnsOnly(string url, bool confirmed)
    {
        await using var email = await StartAsync();
        var message = Sign(Notification("Confirm me") with { Type = "SubscriptionConfirmation", Token = "t", SubscribeUrl = url });
        await PostAsync(email, message);
        _fetched.Contains(url).ShouldBe(confirmed);
    }

    private Task<EmailHost> StartAsync() => EmailHost.StartAsync(
        services: services => services.AddHttpClient(SnsSignatures.Client).ConfigurePrimaryHttpMessageHandler(() => new Sns(this)),
        settings: [("Email:Feedback:Topics:0", Topic)]);

    private static Task<HttpResponseMessage> PostAsync(EmailHost email, SnsMessage message) =>
        email.CreateClient().PostAsync("/email/feedback/ses", new StringContent(JsonSerializer.Serialize(message), Encoding.UTF8, "text/plain"));

    private static string Bounce(string type, string address, string provider) =>
        JsonSerializer.Serialize(new { notificationType = "Bounce", bounce = new { bounceType = type, bouncedRecipients = new[] { new { emailAddress = address } } }, mail = new { messageId = provider } });

    private SnsMessage Notification(string message) => Sign(new()
    {
        Type = "Notification", MessageId = Guid.NewGuid().ToString(), TopicArn = Topic, Message = message, Timestamp = DateTimeOffset.UtcNow.ToString("O"),
        SignatureVersion = "2", SigningCertUrl = CertificateUrl,
    });

    private SnsMessage Sign(SnsMessage message, RSA? key = null) =>
        message with { Signature = Convert.ToBase64String((key ?? _key).SignData(message.Signed(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)) };

    /// <summary>Serves the certificate as SNS does, and takes confirmations.</summary>
    private sealed class Sns(SnsTests test) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            test._fetched.Enqueue(request.RequestUri!.AbsoluteUri);
            using var made = new CertificateRequest("CN=sns.amazonaws.com", test._key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(made.ExportCertificatePem()) });
        }
    }
}
