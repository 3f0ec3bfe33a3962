using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Comms.Email.Feedback;

/// <summary>Where providers tell of bounces and complaints. A signature is the only key; there is no session.</summary>
internal static class FeedbackApi
{
    private const int LargestBody = 256 * 1024;

    public static void MapFeedback(this IEndpointRouteBuilder app)
    {
        var feedback = app.MapGroup("/email/feedback").WithTags("Feedback").AllowAnonymous().RequireRateLimiting(RateLimits.PerCaller).WithBodyLimit(LargestBody);
        feedback.MapPost("/ses", SesAsync).WithName("ReportFromSes").WithSummary("Notifications of Amazon SES by SNS").Accepts<SnsMessage>("text/plain", "application/json");
        feedback.MapPost("/", SignedAsync).WithName("Report").WithSummary("A bounce or complaint in our own signed form").Accepts<FeedbackForm>("application/json");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SesAsync(HttpContext http, SnsSignatures signatures, Reports reports, CancellationToken cancellationToken)
    {
        var body = await BodyAsync(http, cancellationToken);
        if (Parse<SnsMessage>(body) is not { } message)
            return Problems.BadRequest("The body is not a message of SNS.");
        if (!await signatures.AreValidAsync(message, cancellationToken))
            return Problems.Forbidden("The signature is not one of a topic that is listened to.");
        if (message.Type == "SubscriptionConfirmation")
            await signatures.ConfirmAsync(message, cancellationToken);
        else if (message.Type == "Notification" && SesNotification.TryRead(message.MessageId, message.Message) is { } report)
            await reports.ApplyAsync(report, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignedAsync(
        HttpContext http, Reports reports, IOptions<EmailOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await BodyAsync(http, cancellationToken);
        if (!SignedForm.IsValid(options.Value.Feedback.Secret, http.Request.Headers[SignedForm.Header], time.GetUtcNow(), body))
            return Problems.Forbidden("The signature does not fit.");
        if (Parse<FeedbackForm>(body) is not { Id.Length: > 0 and <= 150 } form)
            return Problems.BadRequest("The body is not a report.");
        await reports.ApplyAsync(new Report($"form:{form.Id}", form.Kind, form.Address is { } address ? [address] : [], form.MailId, null), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<byte[]> BodyAsync(HttpContext http, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }

    private static T? Parse<T>(byte[] json) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, JsonDefaults.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A report in our own form.</summary>
/// <param name="Id">Its id; the same one again changes nothing.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Address">Whom it is about.</param>
/// <param name="MailId">The mail, when it is known.</param>
internal sealed record FeedbackForm(
    [property: Example("bounce-2030-01-31-17")] string Id, ReportKind Kind, [property: Personal, Example("ada@example.com")] string? Address = null, Guid? MailId = null);
