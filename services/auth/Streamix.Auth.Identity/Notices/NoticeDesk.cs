using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Data;
using Streamix.Comms.Contracts.Mail;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Auth.Identity.Notices;

/// <summary>Tells the owner and the other services of changes to a credential; staged in the present unit of work.</summary>
internal sealed class NoticeDesk(IdentityDb db, MailDesk mails, IEventPublisher events, TimeProvider time)
{
    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromDays(1);

    public async Task PasswordChangedAsync(Subject subject, string reason, string? keptSessionId, DateTimeOffset changedAt, CancellationToken cancellationToken)
    {
        events.Publish(new PasswordChanged(subject.AccountId, reason, keptSessionId, changedAt), subject.AccountId.ToString("n"));
        await MailAsync(subject, MailTemplates.PasswordChanged, cancellationToken, ("when", When(changedAt)));
    }

    public async Task SecondFactorAsync(Subject subject, string factor, string change, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        events.Publish(new SecondFactorChanged(subject.AccountId, factor, change, now), subject.AccountId.ToString("n"));
        await MailAsync(subject, MailTemplates.SecondFactorChanged, cancellationToken, ("factor", factor), ("change", change), ("when", When(now)));
    }

    /// <summary>At most one a day.</summary>
    public async Task LockedAsync(Subject subject, TimeSpan locked, CancellationToken cancellationToken)
    {
        var (now, recent) = (time.GetUtcNow(), time.GetUtcNow() - BetweenWarnings);
        var first = await db.Credentials.Where(c => c.AccountId == subject.AccountId && (c.WarnedAt == null || c.WarnedAt < recent))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.WarnedAt, now), cancellationToken) > 0;
        if (first)
            await MailAsync(subject, MailTemplates.SignInLocked, cancellationToken, ("minutes", Minutes(locked)));
    }

    public Task MailAsync(Subject subject, string template, CancellationToken cancellationToken, params (string Name, string Value)[] values) =>
        MailAsync(subject, template, expiresAt: null, cancellationToken, values);

    public Task MailAsync(Subject subject, string template, DateTimeOffset? expiresAt, CancellationToken cancellationToken, params (string Name, string Value)[] values) =>
        mails.SendAsync(
            Guid.CreateVersion7(time.GetUtcNow()), subject.AccountId, template, subject.Account.Locale,
            new(subject.Account.Email!, null, values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal)), expiresAt, cancellationToken);

    public static string Minutes(TimeSpan time) => ((int)Math.Ceiling(time.TotalMinutes)).ToString(CultureInfo.InvariantCulture);

    private static string When(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
