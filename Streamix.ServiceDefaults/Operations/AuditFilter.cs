using System.ComponentModel;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Operations;

/// <summary>Which records; everything given must hold.</summary>
internal sealed record AuditFilter(
    [property: Description("A part of what was acted on, as title:0197…; an id in either spelling."), Example("title:0197c0de00007000800000000000000a")] string? Subject = null,
    [property: Description("Who acted: account:…, service:… or an account's id."), Example("account:0197c0de00007000800000000000000b")] string? Actor = null,
    [property: Description("What was done, or how it begins."), Example("title.")] string? Action = null,
    [property: Description("From this instant on."), Example("2026-01-01T00:00:00Z")] DateTimeOffset? From = null,
    [property: Description("Before this instant."), Example("2026-02-01T00:00:00Z")] DateTimeOffset? To = null)
{
    /// <summary>An account's id stands for the account.</summary>
    public string? ActorName => Guid.TryParse(Actor, out var account) ? $"account:{account:n}" : Blank(Actor);

    public string? ActionStart => Blank(Action);

    /// <summary>Targets write ids with and without dashes.</summary>
    public (string? One, string? Other) SubjectParts => Guid.TryParse(Subject, out var id) ? (id.ToString("n"), id.ToString("d")) : (Blank(Subject), Blank(Subject));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
