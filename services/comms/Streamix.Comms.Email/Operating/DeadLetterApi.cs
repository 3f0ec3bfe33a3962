using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Comms.Email.Operating;

/// <summary>Mails that were given up: look, try again, discard.</summary>
internal static class DeadLetterApi
{
    private const int AtOnce = 500;
    private static readonly Order<Mail> OldestFirst = Order.Ascending((Mail m) => m.CreatedAt).ThenAscending(m => m.Id);

    public static void MapDeadMails(this IEndpointRouteBuilder app)
    {
        var letters = app.MapGroup("/email/dead-letters").WithTags("Dead letters").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller).RequireAudit();
        letters.MapGet("/", ListAsync).WithName("ListDeadMails").WithSummary("Mails that were given up, oldest first");
        letters.MapPost("/retry", RetryAllAsync).WithName("RetryDeadMails").WithSummary("Tries up to 500 of them again, oldest first; not those whose time has passed");
        letters.MapPost("/{id:guid}/retry", RetryAsync).WithName("RetryDeadMail").WithSummary("Tries a mail again");
        letters.MapDelete("/{id:guid}", DiscardAsync).WithName("DiscardDeadMail").WithSummary("Discards a mail and erases its content");
    }

    private static async Task<Ok<Page<MailView>>> ListAsync([AsParameters] PageQuery page, string? failure, EmailDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await Dead(db, failure).AsNoTracking().ToPageAsync(page, OldestFirst, MailView.Of, cancellationToken));

    private static async Task<Ok<RetriedMails>> RetryAllAsync(string? failure, EmailDb db, IAudit audit, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.InTransactionAsync(async token =>
        {
            var now = time.GetUtcNow();
            var ids = await Dead(db, failure).Where(m => m.Content != null && m.ExpiresAt > now).OrderBy(m => m.CreatedAt).Select(m => m.Id).Take(AtOnce).ToListAsync(token);
            var retried = await ReviveAsync(db, db.Mails.Where(m => ids.Contains(m.Id)), time, token);
            audit.Record("mail.retried", $"mails:{retried}", failure, "state");
            await db.SaveChangesAsync(token);
            return new RetriedMails(retried);
        }, cancellationToken: cancellationToken));

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> RetryAsync(Guid id, EmailDb db, IAudit audit, TimeProvider time, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<NoContent, NotFound, ProblemHttpResult>>(async token =>
        {
            var mail = db.Mails.Where(m => m.Id == id);
            if (await ReviveAsync(db, mail, time, token) == 0)
                return await mail.Where(m => m.State == MailState.Dead).Select(m => m.Content == null).ToListAsync(token) is [var erased]
                    ? Problems.Conflict(erased ? "Its content has been erased; nothing is left to send." : "Its time has passed; it would be of no use any more.")
                    : TypedResults.NotFound();
            audit.Record("mail.retried", $"mail:{id}", null, "state");
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);

    private static Task<Results<NoContent, NotFound>> DiscardAsync(Guid id, EmailDb db, IAudit audit, TimeProvider time, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<NoContent, NotFound>>(async token =>
        {
            if (await db.Mails.Where(m => m.Id == id && m.State == MailState.Dead).ExecuteUpdateAsync(set => set
                    .SetProperty(m => m.State, MailState.Discarded).SetProperty(m => m.Content, (byte[]?)null), token) == 0)
                return TypedResults.NotFound();
            audit.Record("mail.discarded", $"mail:{id}", null, "state");
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);

    private static IQueryable<Mail> Dead(EmailDb db, string? failure) =>
        db.Mails.Where(m => m.State == MailState.Dead && (string.IsNullOrEmpty(failure) || m.Failure == failure));

    private static async Task<int> ReviveAsync(EmailDb db, IQueryable<Mail> mails, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var revived = await mails.Where(m => m.State == MailState.Dead && m.Content != null && m.ExpiresAt > now).ExecuteUpdateAsync(set => set
            .SetProperty(m => m.State, MailState.Queued)
            .SetProperty(m => m.Attempts, 0)
            .SetProperty(m => m.DueAt, now)
            .SetProperty(m => m.FinishedAt, (DateTimeOffset?)null), cancellationToken);
        await MailSignal.SendAsync(db, cancellationToken);
        return revived;
    }
}

/// <summary>How many mails are tried again.</summary>
internal sealed record RetriedMails(int Retried);
