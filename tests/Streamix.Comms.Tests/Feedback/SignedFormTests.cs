using System.Text;
using Streamix.Comms.Email.Feedback;
using Streamix.Comms.Tests.Host;

namespace Streamix.Comms.Tests.Feedback;

public sealed class SignedFormTests
{
    private const string Secret = "shared with the provider";
    private const string Body = """{"id":"7","kind":"hardBounce","address":"gone@example.com"}""";

    [Fact]
    public async Task Form_Signed_IsAppliedOnce()
    {
        await using var email = await EmailHost.StartAsync(settings: [("Email:Feedback:Secret", Secret)]);
        for (var i = 0; i < 3; i++)
            (await PostAsync(email, Body, SignedForm.Sign(Secret, DateTimeOffset.UtcNow, Encoding.UTF8.GetBytes(Body)))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await email.QueryAsync(db => db.Suppressions.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task Form_NotSignedByUsNowForThisBody_IsRefused()
    {
        await using var email = await EmailHost.StartAsync(settings: [("Email:Feedback:Secret", Secret)]);
        var bytes = Encoding.UTF8.GetBytes(Body);
        string?[] wrong =
        [
            null, "", "t=1,v1=", "v1=00", SignedForm.Sign("another", DateTimeOffset.UtcNow, bytes), SignedForm.Sign(Secret, DateTimeOffset.UtcNow.AddMinutes(-6), bytes),
            SignedForm.Sign(Secret, DateTimeOffset.UtcNow, [.. bytes, 32]), SignedForm.Sign(Secret, DateTimeOffset.UtcNow, bytes)[..^1] + "g",
        ];
        foreach (var signature in wrong)
            (await PostAsync(email, Body, signature)).StatusCode.ShouldBe(HttpStatusCode.Forbidden, signature);
    }

    [Fact]
    public async Task Form_WithoutASecretConfigured_IsClosed()
    {
        await using var email = await EmailHost.StartAsync();
        (await PostAsync(email, Body, SignedForm.Sign("", DateTimeOffset.UtcNow, Encoding.UTF8.GetBytes(Body)))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Form_ThroughTheGateway_KeepsItsSignature()
    {
        var port = FreePorts.Take();
        await using var email = await EmailHost.StartAsync(port: port, settings: [("Email:Feedback:Secret", Secret)]);
        await using var gateway = await GatewayDoor.StartAsync(port);
        using var provider = new HttpClient { BaseAddress = gateway.Address };
        using var signed = Request("/api/v1/email/feedback", Body, SignedForm.Sign(Secret, DateTimeOffset.UtcNow, Encoding.UTF8.GetBytes(Body)));
        (await provider.SendAsync(signed)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await email.QueryAsync(db => db.Suppressions.CountAsync())).ShouldBe(1);
    }

    private static Task<HttpResponseMessage> PostAsync(EmailHost email, string body, string? signature) => email.CreateClient().SendAsync(Request("/email/feedback", body, signature));

    private static HttpRequestMessage Request(string path, string body, string? signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation(SignedForm.Header, signature);
        return request;
    }
}
