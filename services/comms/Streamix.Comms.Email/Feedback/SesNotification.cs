using System.Text.Json;

namespace Streamix.Comms.Email.Feedback;

/// <summary>The part of SES's notifications that matters here.</summary>
internal static class SesNotification
{
    private static readonly JsonSerializerOptions Reading = new(JsonSerializerDefaults.Web);

    /// <summary>Null for deliveries, opens and whatever else SES (or a person at the topic's console) tells.</summary>
    public static Report? TryRead(string messageId, string json)
    {
        try
        {
            return Read(messageId, json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Report? Read(string messageId, string json)
    {
        var told = JsonSerializer.Deserialize<Told>(json, Reading) ?? throw new JsonException();
        return (told.NotificationType ?? told.EventType) switch
        {
            "Bounce" when told.Bounce is { } bounce => Make(bounce.BounceType == "Permanent" ? ReportKind.HardBounce : ReportKind.SoftBounce, bounce.BouncedRecipients),
            "Complaint" when told.Complaint is { } complaint => Make(ReportKind.Complaint, complaint.ComplainedRecipients),
            _ => null,
        };

        Report Make(ReportKind kind, IReadOnlyList<Recipient>? about) => new($"sns:{messageId}", kind, [.. (about ?? []).Select(r => r.EmailAddress)], null, told.Mail?.MessageId);
    }

    private sealed record Told(string? NotificationType, string? EventType, Bounce? Bounce, Complaint? Complaint, About? Mail);

    private sealed record Bounce(string? BounceType, IReadOnlyList<Recipient>? BouncedRecipients);

    private sealed record Complaint(IReadOnlyList<Recipient>? ComplainedRecipients);

    private sealed record About(string? MessageId);

    private sealed record Recipient(string EmailAddress);
}
