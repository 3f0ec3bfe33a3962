using System.ComponentModel;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Streaming.PlaybackContext.Playbacks;

/// <summary>What is to be played on what.</summary>
/// <param name="TitleId">A movie, an episode or a trailer.</param>
/// <param name="Device">On what.</param>
/// <param name="Pin">Of the profile, when it was asked for.</param>
/// <param name="InsteadOf">A playback of the same account that is stopped to make room.</param>
internal sealed record StartDraft(
    [property: Example("0199c0de-0000-7000-8000-000000000002")] Guid TitleId,
    DeviceDraft Device,
    [property: Example("\"2580\""), Personal] string? Pin = null,
    [property: Example("0199c0de-0000-7000-8000-000000000009")] Guid? InsteadOf = null);

/// <summary>A device.</summary>
/// <param name="Id">Stable on the device, made by the client.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Security">How well it keeps content keys: <c>software</c> or <c>hardware</c>.</param>
/// <param name="OutputProtection"><c>none</c>, <c>hdcp-1</c> or <c>hdcp-2.2</c>.</param>
internal sealed record DeviceDraft(
    [property: Example("b7f1c8f2-living-room")] string Id,
    [property: Example("\"Firefox on Linux\"")] string Name,
    [property: Example("software")] string Security = DeviceDraft.Software,
    [property: Example("none")] string OutputProtection = "none")
{
    public const string Software = "software";

    public PlayingDevice ToDevice() => new(Id, Name.Trim(), Security, OutputProtection);
}

internal sealed class StartDraftRules : AbstractValidator<StartDraft>
{
    public StartDraftRules()
    {
        RuleFor(d => d.TitleId).NotEqual(Guid.Empty).WithMessage("is not an id");
        RuleFor(d => d.Device.Id).Text(100).OneLine();
        RuleFor(d => d.Device.Name).Text(100).OneLine();
        RuleFor(d => d.Device.Security).Must(s => s is DeviceDraft.Software or "hardware").WithMessage("must be software or hardware");
        RuleFor(d => d.Device.OutputProtection).Must(o => o is "none" or "hdcp-1" or "hdcp-2.2").WithMessage("must be none, hdcp-1 or hdcp-2.2");
        RuleFor(d => d.Pin!).MaximumLength(20).WithMessage("must have at most 20 characters").When(d => d.Pin is not null);
        RuleFor(d => d.InsteadOf).NotEqual(Guid.Empty).WithMessage("is not an id");
    }
}

/// <summary>How a start is asked for.</summary>
internal sealed record StartQuery(
    [property: FromQuery, Description("Whether to tell the whole decision.")] bool? Explain = null,
    [property: FromHeader(Name = StartQuery.Header), Description("A repeat with the same key is the same playback.")] string? IdempotencyKey = null)
{
    public const string Header = "Idempotency-Key";
}
