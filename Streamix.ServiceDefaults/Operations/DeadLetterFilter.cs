using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging.DeadLetters;

namespace Streamix.ServiceDefaults.Operations;

/// <summary>Which dead letters; everything given must hold.</summary>
internal sealed record DeadLetterFilter(
    [property: Description("The event's type."), Example("users.account.registered")] string? Type = null,
    [property: Description("The handler that failed."), Example("CreateDefaultProfile")] string? Handler = null,
    [property: Description("A part of the reason."), Example("timeout")] string? Reason = null,
    [property: Description("Failed from this instant on."), Example("2026-01-01T00:00:00Z")] DateTimeOffset? From = null,
    [property: Description("Failed before this instant."), Example("2026-02-01T00:00:00Z")] DateTimeOffset? To = null)
{
    public IQueryable<DeadLetter> Apply(IQueryable<DeadLetter> letters)
    {
        if (Type is not null)
            letters = letters.Where(l => l.Type == Type);
        if (Handler is not null)
            letters = letters.Where(l => l.Handler == Handler);
        if (!string.IsNullOrWhiteSpace(Reason))
        {
            var pattern = $"%{Literal(Reason.Trim())}%";
            letters = letters.Where(l => EF.Functions.ILike(l.Reason, pattern, "\\"));
        }
        if (From is { } from)
            letters = letters.Where(l => l.FailedAt >= from);
        return To is { } to ? letters.Where(l => l.FailedAt < to) : letters;
    }

    private static string Literal(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
