using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Comms.Email.Operating;

/// <summary>The send log, for those who help people who got no mail.</summary>
internal static class SendLogApi
{
    private static readonly Order<Mail> NewestFirst = Order.Descending((Mail m) => m.CreatedAt).ThenDescending(m => m.Id);

    public static void MapSendLog(this IEndpointRouteBuilder app)
    {
        var mails = app.MapGroup("/email/mails").WithTags("Send log").RequireRole(Roles.Admin, Roles.Support).RequireRateLimiting(RateLimits.PerCaller);
        mails.MapGet("/", ListAsync).WithName("ListMails").WithSummary("Mails queued and sent, newest first, without their contents");
        mails.MapGet("/{id:guid}", ReadAsync).WithName("ReadMail").WithSummary("What became of a mail");
    }

    private static async Task<Ok<Page<MailView>>> ListAsync(
        [AsParameters] PageQuery page, string? state, string? template, Guid? accountId, Guid? campaignId, EmailDb db, CancellationToken cancellationToken)
    {
        var mails = db.Mails.AsNoTracking();
        if (Choice.Of<MailState>("state", state) is { } wanted)
            mails = mails.Where(m => m.State == wanted);
        if (!string.IsNullOrEmpty(template))
            mails = mails.Where(m => m.Template == template);
        if (accountId is not null)
            mails = mails.Where(m => m.AccountId == accountId);
        if (campaignId is not null)
            mails = mails.Where(m => m.CampaignId == campaignId);
        return TypedResults.Ok(await mails.ToPageAsync(page, NewestFirst, MailView.Of, cancellationToken));
    }

    private static async Task<Results<Ok<MailView>, NotFound>> ReadAsync(Guid id, EmailDb db, CancellationToken cancellationToken) =>
        await db.Mails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id, cancellationToken) is { } mail ? TypedResults.Ok(MailView.Of(mail)) : TypedResults.NotFound();
}
